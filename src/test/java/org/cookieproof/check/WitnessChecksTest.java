package org.cookieproof.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Jar;
import org.cookieproof.evidence.Severity;
import org.cookieproof.http.cookie.CookieDeviation;
import org.junit.jupiter.api.Test;

/** The Set-Cookie line is that of facts/mediawiki-centralauth-1.39-on-the-wire.md §9.1 [1]. */
class WitnessChecksTest {

    private static final String ID = "ka9c5a7qud3ivvllptlrhit05skhd44j";
    private static final String SET = """
            # step 1
            GET https://en.wikipedia.test/w/index.php?title=Special%3AUserLogin
            < Set-Cookie: enwikiSession=ka9c5a7qud3ivvllptlrhit05skhd44j; path=/; secure; HttpOnly
            # step 2
            GET https://en.wikipedia.test/wiki/Main_Page
            """;
    private static final String CARRIED = SET + "> Cookie: enwikiSession=" + ID + "\n";

    private static final Jar.Held HELD =
            new Jar.Held("enwikiSession", ID, "en.wikipedia.test", true, "/", null, true, true, null);

    private static List<Finding> witnesses(String text, Jar.Held... held) {
        return Transcript.of(text).jarAfter(1, held).judgedBy(new WitnessesAgreeCheck());
    }

    @Test
    void threeThatAgreeSayNothing() {
        assertThat(witnesses(CARRIED, HELD)).isEmpty();
    }

    @Test
    void saysWhichOfTheThreeStandsAlone() {
        assertThat(witnesses(SET, HELD))
                .extracting(Finding::subject)
                .containsExactly("first cookie enwikiSession: the Cookie header disagrees with the wire and the jar");
        assertThat(witnesses(CARRIED))
                .extracting(Finding::subject)
                .containsExactly("first cookie enwikiSession: the jar disagrees with the wire and the Cookie header");
        assertThat(witnesses(SET))
                .extracting(Finding::subject)
                .containsExactly("first cookie enwikiSession: the jar and the Cookie header disagree with the wire");
        assertThat(witnesses("""
                        # step 1
                        GET https://en.wikipedia.test/
                        # step 2
                        GET https://en.wikipedia.test/
                        > Cookie: byScript=1
                        """))
                .extracting(Finding::subject)
                .containsExactly("first cookie byScript: the Cookie header disagrees with the jar");
    }

    @Test
    void twoAgainstTheWireAreAnErrorThatNamesTheDeviation() {
        String none = SET.replace("HttpOnly", "HttpOnly; SameSite=None");
        List<Finding> findings = witnesses(none);
        assertThat(findings).extracting(Finding::severity).containsExactly(Severity.ERROR);
        assertThat(findings.get(0).observed()).contains("'refuses-none' would explain it");
        assertThat(Transcript.of(none)
                        .deviating(CookieDeviation.REFUSES_NONE)
                        .jarAfter(1)
                        .judgedBy(new WitnessesAgreeCheck()))
                .isEmpty();
    }

    /** session-semantics.md: CentralAuthAnonTopLevel is "HttpOnly=false", and the clearcookie module deletes it. */
    @Test
    void whatAScriptMayHaveDoneIsNoDisagreement() {
        String marker = """
                # step 1
                GET https://en.wikipedia.test/wiki/Special:UserLogin
                > Sec-Fetch-Site: none
                > Sec-Fetch-Dest: document
                < Set-Cookie: CentralAuthAnonTopLevel=1; expires=Sun, 22 Nov 2026 21:16:34 GMT; Max-Age=86400; path=/; secure%s
                # step 2
                GET https://en.wikipedia.test/wiki/Main_Page
                > Sec-Fetch-Site: none
                > Sec-Fetch-Dest: document
                """;
        WitnessesAgreeCheck check = new WitnessesAgreeCheck();
        assertThat(Transcript.of(marker.formatted(""))
                        .can("scripts")
                        .jarAfter(1)
                        .judgedBy(check))
                .isEmpty();
        assertThat(Transcript.of(marker.formatted("; HttpOnly"))
                        .can("scripts")
                        .jarAfter(1)
                        .judgedBy(check))
                .hasSize(1);
        assertThat(Transcript.of(marker.formatted("")).jarAfter(1).judgedBy(check))
                .hasSize(1);
    }

    @Test
    void comparesNothingAcrossARestart() {
        assertThat(Transcript.of(SET).jarAfter(1, HELD).restartedIn(2).judgedBy(new WitnessesAgreeCheck()))
                .isEmpty();
        // A step of its own, without a request: the first one after it comes without the session, and rightly so.
        assertThat(Transcript.of(SET.replace("# step 2", "# step 3"))
                        .jarAfter(2)
                        .restartedIn(2)
                        .judgedBy(new WitnessesAgreeCheck()))
                .isEmpty();
    }

    @Test
    void anUndeclaredDeviationIsNamed() {
        List<Finding> findings = Transcript.of(SET + """
                        > Cookie: enwikiSession=ka9c5a7qud3ivvllptlrhit05skhd44j
                        < Set-Cookie: enwikiSession=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; path=/; secure; HttpOnly
                        GET https://en.wikipedia.test/wiki/Main_Page
                        > Cookie: enwikiSession=deleted
                        GET https://m.en.wikipedia.test/
                        > Cookie: enwikiSession=deleted
                        """).judgedBy(new NoDeadCookieSentCheck());
        assertThat(findings.get(0).observed()).contains("declaring 'keeps-expired' would explain it");
        // It would take two deviations, and one alone is all that is tried.
        assertThat(findings.get(1).observed()).contains("no deviation that a profile can declare explains it");
    }

    @Test
    void aDeclaredDeviationThatTheWireRefutesIsAWarning() {
        String deleted = SET + """
                > Cookie: enwikiSession=ka9c5a7qud3ivvllptlrhit05skhd44j
                < Set-Cookie: enwikiSession=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; path=/; secure; HttpOnly
                GET https://en.wikipedia.test/wiki/Main_Page
                """;
        assertThat(Transcript.of(deleted)
                        .deviating(CookieDeviation.KEEPS_EXPIRED)
                        .judgedBy(new DeclaredDeviationsShowCheck()))
                .satisfiesExactly(f -> {
                    assertThat(f.severity()).isEqualTo(Severity.WARNING);
                    assertThat(f.subject()).isEqualTo("declared deviation keeps-expired");
                });
        assertThat(Transcript.of(deleted + "> Cookie: enwikiSession=deleted\n")
                        .deviating(CookieDeviation.KEEPS_EXPIRED)
                        .judgedBy(new DeclaredDeviationsShowCheck()))
                .isEmpty();
        assertThat(Transcript.of(Healthy.ALL)
                        .deviating(CookieDeviation.PATH_IS_PREFIX)
                        .judgedBy(new DeclaredDeviationsShowCheck()))
                .isEmpty(); // nothing of it could show
    }
}
