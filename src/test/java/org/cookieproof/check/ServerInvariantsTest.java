package org.cookieproof.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Role;
import org.cookieproof.evidence.Severity;
import org.junit.jupiter.api.Test;

/** Lines are those of facts/mediawiki-centralauth-1.39-on-the-wire.md, of the section that each test names. */
class ServerInvariantsTest {

    private static final String START =
            "GET https://login.wikimedia.test/wiki/Special:CentralLogin/start?token=95811fee4e1a79cf6ff83af2931c3ec3\n";

    /** §9.1 [4]: the hop answers with the user's cookies and a fresh token. */
    private static final String SERVED = START + """
            < 302 Found
            < Set-Cookie: loginwikiUserID=3; expires=Mon, 21 Dec 2026 21:16:34 GMT; Max-Age=2592000; path=/; secure; HttpOnly
            < Location: https://en.wikipedia.test/wiki/Special:CentralLogin/complete?token=2d1b6a62326bf481bb5e7888400ef96e
            """;

    @Test
    void aHandOffThatIsServedTwiceIsFound() {
        List<Finding> findings = Transcript.of(SERVED + "# harness\n" + SERVED).judgedBy(new HandOffsAreOneTimeCheck());
        assertThat(findings).extracting(Finding::subject).containsExactly("central /wiki/Special:CentralLogin/start");
        assertThat(findings.get(0).observed())
                .contains("the cookie loginwikiUserID")
                .contains("a new hand-off value for en.wikipedia.test")
                .doesNotContain("95811fee");
    }

    @Test
    void aHandOffThatIsRefusedTheSecondTimeIsFine() {
        assertThat(Transcript.of(SERVED + "# harness\n" + START + "< 200 OK\n<< badtoken\n")
                        .judgedBy(new HandOffsAreOneTimeCheck()))
                .isEmpty();
        assertThat(Transcript.of(SERVED + "# together\n" + SERVED).judgedBy(new HandOffsAreOneTimeCheck()))
                .isEmpty(); // neither is the second use
        assertThat(Transcript.of(SERVED + SERVED.replace("< 302", "> Cookie: loginwikiUserID=3\n< 302"))
                        .judgedBy(new HandOffsAreOneTimeCheck()))
                .isEmpty(); // who is signed in anyway may be served again
    }

    @Test
    void twoScopesOfOneNameInOneRequestAreFound() {
        // §9.1 [5] sets forceHTTPS for the domain only after deleting the host's own; without the deletion both come.
        String both = """
                GET https://en.wikipedia.test/
                < Set-Cookie: centralauth_User=Alice; path=/; secure; HttpOnly
                < Set-Cookie: centralauth_User=Alice; path=/; domain=.wikipedia.test; secure; HttpOnly
                < Set-Cookie: forceHTTPS=true; path=/; HttpOnly
                < Set-Cookie: forceHTTPS=true; path=/; domain=.wikipedia.test; HttpOnly
                GET https://en.wikipedia.test/wiki/A
                > Cookie: centralauth_User=Alice; centralauth_User=Alice; forceHTTPS=true; forceHTTPS=true
                """;
        assertThat(Transcript.of(both).judgedBy(new OneScopeForANameCheck()))
                .extracting(Finding::severity, Finding::subject)
                .containsExactlyInAnyOrder(
                        tuple(Severity.ERROR, "first cookie centralauth_User"),
                        tuple(Severity.WARNING, "first cookie forceHTTPS"));
        assertThat(Transcript.of("GET https://en.wikipedia.test/\n> Cookie: a=1; a=2\n")
                        .judgedBy(new OneScopeForANameCheck()))
                .isEmpty(); // the user agent's own doing
    }

    @Test
    void cookiesOnTheWayToHttpsAreTold() {
        // §9.2 [1]
        String upgrade = """
                GET http://en.wikipedia.test/w/index.php?title=Special%3AUserLogin
                < 302 Found
                < Set-Cookie: enwikiSession=6dgqj4mnhre73bmoj1n3au3212k6sfp9; path=/; HttpOnly
                < Location: https://en.wikipedia.test/w/index.php?title=Special:UserLogin&fromhttp=1
                """;
        assertThat(Transcript.of(upgrade).judgedBy(new NoCookieOnUpgradeCheck()))
                .extracting(Finding::severity)
                .containsExactly(Severity.WARNING);
        assertThat(Transcript.of(upgrade + "< Set-Cookie: enwikiUserID=3; path=/; HttpOnly\n")
                        .judgedBy(new NoCookieOnUpgradeCheck()))
                .extracting(Finding::severity)
                .contains(Severity.ERROR);
    }

    @Test
    void hstsIsForHttps() {
        String hsts = "GET %s://en.wikipedia.test/\n< Strict-Transport-Security: max-age=106384710\n";
        assertThat(Transcript.of(hsts.formatted("http")).judgedBy(new NoHstsOverHttpCheck()))
                .extracting(Finding::subject)
                .containsExactly("first");
        assertThat(Transcript.of(hsts.formatted("https")).judgedBy(new NoHstsOverHttpCheck()))
                .isEmpty();
    }

    @Test
    void varyHasToNameAuthorizationToo() {
        String api = """
                GET https://en.wikipedia.test/w/api.php?action=query
                < Cache-Control: public, s-maxage=300
                << nobody
                GET https://en.wikipedia.test/w/api.php?action=query
                > Authorization: CentralAuthToken 5e1
                < 302 Found
                < Cache-Control: private
                """;
        assertThat(Transcript.of(api).judgedBy(new VaryNamesAuthorizationCheck()))
                .extracting(Finding::severity)
                .containsExactly(Severity.ERROR);
        assertThat(Transcript.of(api.replace("s-maxage=300\n", "s-maxage=300\n< Vary: Authorization\n"))
                        .judgedBy(new VaryNamesAuthorizationCheck()))
                .isEmpty();
    }

    @Test
    void crossSiteImagesGetNoLaxCookie() {
        // §9.1 [4], then the edge-login image of §9.5 as a browser sends it.
        String image = """
                GET https://login.wikimedia.test/
                < Set-Cookie: centralauth_Session=494ad169b1813b3e32b2e7ad94b058ab; path=/; secure; HttpOnly
                GET https://login.wikimedia.test/wiki/Special:CentralAutoLogin/checkLoggedIn?type=1x1
                > Referer: https://www.wikisource.test/
                > Sec-Fetch-Site: cross-site
                > Sec-Fetch-Dest: image
                """;
        assertThat(Transcript.of(image).judgedBy(new CrossSiteCookiesSayNoneCheck()))
                .extracting(Finding::subject)
                .containsExactly("central cookie centralauth_Session");
        assertThat(Transcript.of(image.replace("HttpOnly", "HttpOnly; SameSite=None"))
                        .judgedBy(new CrossSiteCookiesSayNoneCheck()))
                .isEmpty();
    }

    @Test
    void a5xxIsExcusedOnlyWhileTheScenarioBreaksSomething() {
        String error = "# step 2\nGET https://en.wikipedia.test/\n< 503 Service Unavailable\n";
        assertThat(Transcript.of(error).judgedBy(new NoServerErrorCheck())).hasSize(1);
        assertThat(Transcript.of(error).brokenIn(1).judgedBy(new NoServerErrorCheck()))
                .hasSize(1);
        assertThat(Transcript.of(error).brokenIn(2).judgedBy(new NoServerErrorCheck()))
                .isEmpty();
    }

    @Test
    void aSessionInTheLogIsFoundAndNotRepeated() {
        List<Finding> findings = Transcript.of(Healthy.ALL)
                .logging("login ok user=Alice", "session enwikiSession=e6jsojjs90dejfbdo1dhcffmdmuiahnj loaded")
                .judgedBy(new NoSecretInLogCheck());
        assertThat(findings)
                .extracting(Finding::subject)
                .containsExactly("the target's log: the value of the cookie enwikiSession");
        assertThat(findings.get(0).observed()).doesNotContain("e6jsojjs");
        assertThat(Transcript.of(Healthy.ALL)
                        .logging("GET / pass=correct%2Dhorse-7")
                        .judgedBy(new NoSecretInLogCheck()))
                .hasSize(1);
    }

    @Test
    void aStrayPercentSignIsTold() {
        // cpPosIndex=5%401795295794%23… of §9.1 is as it should be.
        String line = "GET https://en.wikipedia.test/\n< Set-Cookie: cpPosIndex=%s; path=/\n";
        assertThat(Transcript.of(line.formatted("5%401795295794%23864b")).judgedBy(new CookieValuesEncodedCheck()))
                .isEmpty();
        assertThat(Transcript.of(line.formatted("100%")).judgedBy(new CookieValuesEncodedCheck()))
                .hasSize(1);
    }

    @Test
    void aCookieFieldThatServersRefuseIsFound() {
        String big = "GET https://en.wikipedia.test/%s\n> Cookie: a=" + "x".repeat(4000) + "; b=" + "x".repeat(4000);
        assertThat(Transcript.of(big.formatted("") + "; c=" + "x".repeat(400) + "\n")
                        .judgedBy(new BrowserLimitsCheck()))
                .extracting(Finding::severity, Finding::subject)
                .containsExactly(tuple(Severity.WARNING, "first: size of the Cookie field"));
        assertThat(Transcript.of(big.formatted("") + "; c=" + "x".repeat(9000) + "\n")
                        .judgedBy(new BrowserLimitsCheck()))
                .extracting(Finding::severity)
                .containsExactly(Severity.ERROR);
    }

    @Test
    void everyServerCheckHonoursAnExceptionInTheSamePlace() {
        assertThat(Transcript.of(SERVED + "# harness\n" + SERVED)
                        .excepting("hand-offs-are-one-time", Role.CENTRAL, "CentralLogin", ".*")
                        .judgedBy(new HandOffsAreOneTimeCheck()))
                .isEmpty();
        assertThat(Transcript.of(Healthy.ALL)
                        .logging("enwikiSession=e6jsojjs90dejfbdo1dhcffmdmuiahnj")
                        .excepting("no-secret-in-log", null, ".*", ".*")
                        .judgedBy(new NoSecretInLogCheck()))
                .isEmpty();
    }
}
