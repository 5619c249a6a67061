package org.cookieproof.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Identity;
import org.cookieproof.evidence.Role;
import org.junit.jupiter.api.Test;

class IdentityChecksTest {

    private static final String OLD_ID = "ka9c5a7qud3ivvllptlrhit05skhd44j";
    private static final String NEW_ID = "e6jsojjs90dejfbdo1dhcffmdmuiahnj";

    @Test
    void findsAPageThatShowsTheUserWhileTheApiKnowsNobody() {
        List<Finding> findings = Transcript.of(Healthy.ALL)
                .reading(1, Role.FIRST, Identity.of("Alice"), Identity.nobody(), new Identity.Unknown("no cookies"))
                .judgedBy(new IdentitiesAgreeCheck());
        assertThat(findings).extracting(Finding::subject).containsExactly("first over https: who is signed in");
        assertThat(findings.get(0).observed()).contains("'Alice'").contains("nobody");
    }

    @Test
    void concludesNothingFromAnswersThatCouldNotBeHad() {
        Identity unknown = new Identity.Unknown("the page did not load");
        assertThat(Transcript.of(Healthy.ALL)
                        .reading(1, Role.FIRST, unknown, Identity.of("Alice"), Identity.of("Alice"))
                        .reading(1, Role.FIRST, unknown)
                        .judgedBy(new IdentitiesAgreeCheck()))
                .isEmpty();
    }

    @Test
    void findsASessionIdThatSurvivesTheLogin() {
        List<Finding> findings = Transcript.of(Healthy.LOGIN.replace(NEW_ID, OLD_ID))
                .reading(1, Role.FIRST, Identity.of("Alice"))
                .judgedBy(new SessionIdChangesCheck());
        assertThat(findings).extracting(Finding::subject).containsExactly("first /w/load.php cookie enwikiSession");
        assertThat(findings.get(0).observed()).contains("'Alice'").doesNotContain(OLD_ID);
    }

    @Test
    void findsItByReadingsWhereNoCookieNamesTheUser() {
        String sso = """
                # step 1
                GET https://en.wikipedia.test/
                < Set-Cookie: enwikiSession=planted12345678901234567890; path=/; secure; HttpOnly
                # step 2
                POST https://en.wikipedia.test/login
                > Cookie: enwikiSession=planted12345678901234567890
                GET https://en.wikipedia.test/
                > Cookie: enwikiSession=planted12345678901234567890
                """;
        assertThat(Transcript.of(sso)
                        .reading(1, Role.FIRST, Identity.nobody())
                        .reading(2, Role.FIRST, Identity.of("Alice"))
                        .judgedBy(new SessionIdChangesCheck()))
                .isEmpty(); // step 1 carried no id yet, so that nothing was known before
        assertThat(Transcript.of(sso.replace("# step 2", "# step 1"))
                        .reading(1, Role.FIRST, Identity.nobody())
                        .reading(2, Role.FIRST, Identity.of("Alice"))
                        .judgedBy(new SessionIdChangesCheck()))
                .hasSize(1);
    }

    /** As MediaWiki 1.39 answers a client that sends the value of a deletion back. */
    @Test
    void takesTheLiteralOfADeletionForNoIdWhereAnotherIsSentWithIt() {
        String remembered = """
                # step 1
                GET https://en.wikipedia.test/w/api.php?action=query&meta=userinfo
                > Cookie: centralauth_Token=deleted
                # step 2
                POST https://en.wikipedia.test/w/api.php
                > Cookie: centralauth_Token=deleted
                < Set-Cookie: enwikiSession=3u0ak2jf0vqg1oq2u4rhe9q3v6d5l8bn; path=/; secure; HttpOnly
                < Set-Cookie: enwikiUserID=7; expires=Tue, 22 Dec 2026 09:54:55 GMT; Max-Age=2592000; path=/; secure; HttpOnly
                GET https://en.wikipedia.test/w/api.php?action=query&meta=userinfo
                > Cookie: centralauth_Token=deleted; enwikiSession=3u0ak2jf0vqg1oq2u4rhe9q3v6d5l8bn; enwikiUserID=7
                """;
        assertThat(Transcript.of(remembered)
                        .reading(1, Role.FIRST, Identity.nobody())
                        .reading(2, Role.FIRST, Identity.of("Alice"))
                        .judgedBy(new SessionIdChangesCheck()))
                .isEmpty();
        assertThat(Transcript.of(remembered.replaceAll("; enwikiSession=[^;\n]*; enwikiUserID=7(?=\n)", ""))
                        .reading(1, Role.FIRST, Identity.nobody())
                        .reading(2, Role.FIRST, Identity.of("Alice"))
                        .judgedBy(new SessionIdChangesCheck()))
                .extracting(Finding::subject)
                .containsExactly("first /w/api.php?action=query cookie centralauth_Token");
    }

    @Test
    void doesNotTakeTheEndOfAnOutageForALogin() {
        String outage = Healthy.LOGIN
                + Healthy.LOGIN
                        .substring(Healthy.LOGIN.indexOf("GET https://en.wikipedia.test/wiki/Main_Page"))
                        .replaceFirst("GET", "# step 2\nGET")
                + Healthy.LOGIN
                        .substring(Healthy.LOGIN.indexOf("GET https://en.wikipedia.test/wiki/Main_Page"))
                        .replaceFirst("GET", "# step 3\nGET");
        assertThat(Transcript.of(outage)
                        .reading(1, Role.FIRST, Identity.of("Alice"))
                        .reading(2, Role.FIRST, Identity.nobody())
                        .reading(3, Role.FIRST, Identity.of("Alice"))
                        .judgedBy(new SessionIdChangesCheck()))
                .isEmpty();
    }

    @Test
    void findsAnInventedIdThatTheServerSets() {
        String adopted = """
                # harness
                GET https://en.wikipedia.test/w/index.php?title=Special:UserLogin
                > Cookie: enwikiSession=inventedinventedinventedinvented
                < Set-Cookie: enwikiSession=inventedinventedinventedinvented; path=/; secure; HttpOnly
                """;
        assertThat(Transcript.of(adopted).judgedBy(new UnknownIdsNotAdoptedCheck()))
                .extracting(Finding::subject)
                .containsExactly("first /w/index.php?title=Special:UserLogin cookie enwikiSession");
        assertThat(Transcript.of(Healthy.ALL).judgedBy(new UnknownIdsNotAdoptedCheck()))
                .isEmpty();
    }

    @Test
    void findsNeedTokenAskedTwiceOfOneClient() {
        String leg = """
                POST http://en.wikipedia.test/w/api.php?action=login
                >> lgname=Alice&lgpassword=secret-1%s
                << {"login":{"result":"NeedToken","token":"abc"}}
                """;
        assertThat(Transcript.of(leg.formatted("") + leg.formatted("&lgtoken=abc"))
                        .judgedBy(new NoRepeatedNeedTokenCheck()))
                .extracting(Finding::subject)
                .containsExactly("first /w/api.php?action=login");
        assertThat(Transcript.of(leg.formatted("") + leg.formatted("")).judgedBy(new NoRepeatedNeedTokenCheck()))
                .isEmpty();
        assertThat(Transcript.of(leg.formatted("")
                                + leg.formatted("&lgtoken=abc").replace("NeedToken", "Success"))
                        .judgedBy(new NoRepeatedNeedTokenCheck()))
                .isEmpty();
    }
}
