package org.cookieproof.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cookieproof.evidence.Finding;
import org.cookieproof.http.cookie.CookieDeviation;
import org.junit.jupiter.api.Test;

class DeletionChecksTest {

    private static final String DELETED = "=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; path=/";

    @Test
    void findsALogoutThatForgetsTheDomain() {
        List<Finding> findings = Transcript.of(Healthy.ALL.replace(
                        "centralauth_Session" + DELETED + "; domain=.wikipedia.test", "centralauth_Session" + DELETED))
                .judgedBy(new DeletionMatchesScopeCheck());
        assertThat(findings)
                .extracting(Finding::subject)
                .containsExactly("first /wiki/Special:UserLogout cookie centralauth_Session");
        assertThat(findings.get(0).observed())
                .contains("centralauth_Session stays")
                .contains("wikipedia.test");
        assertThat(findings.get(0).header())
                .hasValueSatisfying(h -> assertThat(h).contains("centralauth_Session=del"));
    }

    @Test
    void findsALogoutThatChangesThePath() {
        List<Finding> findings = Transcript.of(
                        Healthy.ALL.replace("enwikiSession" + DELETED, "enwikiSession" + DELETED + "w"))
                .judgedBy(new DeletionMatchesScopeCheck());
        assertThat(findings)
                .extracting(Finding::subject)
                .containsExactly("first /wiki/Special:UserLogout cookie enwikiSession");
        assertThat(findings.get(0).observed()).contains("path");
    }

    @Test
    void findsALogoutOverHttpThatCannotTouchSecureCookies() {
        List<Finding> findings = Transcript.of(Healthy.LOGIN + """
                        # step 2
                        GET http://en.wikipedia.test/wiki/Special:UserLogout
                        < Set-Cookie: enwikiSession=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; path=/; HttpOnly
                        """).judgedBy(new DeletionMatchesScopeCheck());
        assertThat(findings)
                .extracting(Finding::subject)
                .containsExactly("first /wiki/Special:UserLogout cookie enwikiSession");
        assertThat(findings.get(0).observed()).contains("Secure");
    }

    /** Such a user agent sends the unmarked cookie there in the first place, and takes an unmarked deletion. */
    @Test
    void takesAnUnmarkedDeletionInAThirdPartyRequestWhereUnspecifiedIsNone() {
        String embedded = """
                GET https://login.wikimedia.test/wiki/Main_Page
                > Sec-Fetch-Site: none
                > Sec-Fetch-Dest: document
                < Set-Cookie: forceHTTPS=1; path=/; HttpOnly
                # step 2
                GET https://login.wikimedia.test/wiki/Special:CentralAutoLogin/deleteCookies
                > Referer: https://en.wikipedia.test/wiki/Main_Page
                > Sec-Fetch-Site: cross-site
                > Sec-Fetch-Dest: image
                > Cookie: forceHTTPS=1
                < Set-Cookie: forceHTTPS=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; path=/; HttpOnly
                """;
        DeletionMatchesScopeCheck check = new DeletionMatchesScopeCheck();
        assertThat(Transcript.of(embedded).judgedBy(check)).hasSize(1);
        assertThat(Transcript.of(embedded)
                        .deviating(CookieDeviation.UNSPECIFIED_IS_NONE)
                        .judgedBy(check))
                .isEmpty();
        assertThat(Transcript.of(embedded.replace("Max-Age=0; path=/;", "Max-Age=0; path=/w;"))
                        .deviating(CookieDeviation.UNSPECIFIED_IS_NONE)
                        .judgedBy(check))
                .hasSize(1);
    }

    @Test
    void letsASecondDeletionForAnotherScopeBe() {
        assertThat(Transcript.of(Healthy.ALL).judgedBy(new DeletionMatchesScopeCheck()))
                .isEmpty();
    }

    @Test
    void findsDeletionsOfCookiesThatTheFirstLegOfAnApiLoginNeverHad() {
        List<Finding> findings = Transcript.of("""
                        POST https://en.wikipedia.test/w/api.php
                        >> action=login&lgname=Alice
                        < Set-Cookie: enwikiSession=ka9c5a7qud3ivvllptlrhit05skhd44j; path=/; secure; httponly
                        < Set-Cookie: enwikiUserID=deleted; expires=Thu, 01-Jan-1970 00:00:01 GMT; Max-Age=0; path=/; httponly
                        < Set-Cookie: centralauth_User=deleted; expires=Thu, 01-Jan-1970 00:00:01 GMT; Max-Age=0; path=/; domain=.wikipedia.test; httponly
                        """).judgedBy(new NoDeletionOfUnknownCookieCheck());
        assertThat(findings)
                .extracting(Finding::subject)
                .containsExactly("first /w/api.php cookie enwikiUserID", "first /w/api.php cookie centralauth_User");
    }

    @Test
    void allowsDeletionsOfWhatTheRequestCarriedOrTheResponseSet() {
        assertThat(Transcript.of(Healthy.ALL).judgedBy(new NoDeletionOfUnknownCookieCheck()))
                .isEmpty();
        assertThat(Transcript.of("""
                                GET https://en.wikipedia.test/
                                < Set-Cookie: a=1; path=/
                                < Set-Cookie: a=; path=/; Max-Age=0
                                """).judgedBy(new NoDeletionOfUnknownCookieCheck()))
                .isEmpty();
    }
}
