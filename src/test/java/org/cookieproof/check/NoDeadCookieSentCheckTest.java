package org.cookieproof.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Severity;
import org.cookieproof.http.cookie.CookieDeviation;
import org.junit.jupiter.api.Test;

class NoDeadCookieSentCheckTest {

    private final Check check = new NoDeadCookieSentCheck();

    private static final String STALE =
            "GET https://en.wikipedia.test/wiki/Main_Page\n> Cookie: enwikiUserName=Alice; ";

    private List<Finding> after(String request) {
        return Transcript.of(Healthy.ALL + "# step 4\n" + request).judgedBy(check);
    }

    @Test
    void findsACookieThatComesBackAfterItsDeletion() {
        List<Finding> findings = after(STALE + "enwikiSession=e6jsojjs90dejfbdo1dhcffmdmuiahnj\n");
        assertThat(findings).extracting(Finding::subject).containsExactly("first cookie enwikiSession: deleted");
        assertThat(findings.get(0).expected())
                .contains("deleted by #7")
                .contains("Set-Cookie: enwikiSession=deleted; expires=Thu, 01 Jan 1970");
        assertThat(findings.get(0).header())
                .hasValueSatisfying(h -> assertThat(h).startsWith("Cookie: "));
    }

    @Test
    void findsTheWordDeletedSentBack() {
        assertThat(after(STALE + "enwikiUserID=deleted\n"))
                .extracting(Finding::subject)
                .containsExactly("first cookie enwikiUserID: deleted");
    }

    @Test
    void allowsBothToAProfileThatDeclaresIt() {
        assertThat(Transcript.of(Healthy.ALL + "# step 4\n" + STALE + "enwikiUserID=deleted\n")
                        .deviating(CookieDeviation.KEEPS_EXPIRED)
                        .judgedBy(check))
                .isEmpty();
    }

    @Test
    void findsAShortLivedCookieDaysLater() {
        String saved = """
                POST https://en.wikipedia.test/w/index.php?title=Sandbox&action=submit
                < 302 Found
                < Set-Cookie: UseDC=master; expires=Sat, 21 Nov 2026 21:16:44 GMT; Max-Age=10; path=/; secure; HttpOnly
                # +%s
                GET https://en.wikipedia.test/wiki/Sandbox
                > Cookie: UseDC=master
                """;
        assertThat(Transcript.of(saved.formatted("9s")).judgedBy(check)).isEmpty();
        assertThat(Transcript.of(saved.formatted("12s")).judgedBy(check))
                .extracting(Finding::subject)
                .containsExactly("first cookie UseDC: expired");
    }

    @Test
    void findsAHostOnlyCookieAtASiblingAndASecureOneOverHttp() {
        List<Finding> findings = Transcript.of(Healthy.LOGIN + """
                        GET https://m.en.wikipedia.test/
                        > Cookie: enwikiSession=e6jsojjs90dejfbdo1dhcffmdmuiahnj
                        GET http://en.wikipedia.test/
                        > Cookie: enwikiSession=e6jsojjs90dejfbdo1dhcffmdmuiahnj
                        """).judgedBy(check);
        assertThat(findings)
                .extracting(Finding::subject)
                .containsExactly(
                        "m.en.wikipedia.test cookie enwikiSession: out of scope",
                        "first cookie enwikiSession: out of scope");
        assertThat(findings.get(0).expected())
                .contains("only en.wikipedia.test")
                .contains("§5.8.3");
        assertThat(findings.get(1).expected()).contains("Secure");
    }

    @Test
    void findsAnAppThatComparesDomainsByTheirEnding() {
        assertThat(Transcript.of(Healthy.LOGIN + """
                                GET https://evilwikipedia.test/
                                > Cookie: centralauth_Session=494ad169b1813b3e32b2e7ad94b058ab
                                """).judgedBy(check))
                .extracting(Finding::subject)
                .containsExactly("foreign cookie centralauth_Session: out of scope");
    }

    @Test
    void findsARefusedCookieAndNamesTheRule() {
        List<Finding> findings = Transcript.of("""
                        GET https://en.wikipedia.test/
                        < Set-Cookie: a=leak; path=/; domain=.wikisource.test
                        < Set-Cookie: b=none; path=/; SameSite=None
                        GET https://www.wikisource.test/
                        > Cookie: a=leak
                        GET https://en.wikipedia.test/
                        > Cookie: b=none
                        """).judgedBy(check);
        assertThat(findings)
                .extracting(Finding::subject)
                .containsExactly("other cookie a: refused", "first cookie b: refused");
        assertThat(findings.get(0).expected()).contains("step 10").contains("domain=.wikisource.test");
        assertThat(findings.get(1).expected()).contains("SameSite=None without Secure");
    }

    @Test
    void findsAnOldValueThatWasReplaced() {
        assertThat(Transcript.of(
                                Healthy.LOGIN
                                        + "GET https://en.wikipedia.test/\n> Cookie: enwikiSession=ka9c5a7qud3ivvllptlrhit05skhd44j\n")
                        .judgedBy(check))
                .extracting(Finding::subject)
                .containsExactly("first cookie enwikiSession: replaced");
    }

    @Test
    void concludesNothingFromValuesThatNoResponseSet() {
        assertThat(after(STALE + "CentralAuthAnon=1; enwikiSession=madeupmadeupmadeupmadeupmadeupma\n"))
                .isEmpty();
    }

    @Test
    void passesTheHarnessBy() {
        assertThat(after("# harness\n" + STALE + "enwikiSession=e6jsojjs90dejfbdo1dhcffmdmuiahnj\n"))
                .isEmpty();
    }

    @Test
    void givesParallelRequestsOfABrowserTheBenefitOfTheDoubt() {
        String parallel = Transcript.navigating(
                        Healthy.LOGIN + Healthy.LOGOUT.substring(0, Healthy.LOGOUT.indexOf("GET https://login")))
                + """
                # together
                GET https://en.wikipedia.test/w/load.php?modules=x
                > Referer: https://en.wikipedia.test/wiki/Main_Page
                > Cookie: enwikiSession=e6jsojjs90dejfbdo1dhcffmdmuiahnj
                """;
        assertThat(Transcript.of(parallel).can("scripts").judgedBy(check)).isEmpty();
        assertThat(Transcript.of(parallel).judgedBy(check)).isEmpty(); // it began before the deletion had come
        assertThat(Transcript.of(parallel.replace("# together", "# +1s"))
                        .can("scripts")
                        .judgedBy(check))
                .hasSize(1);
    }

    /** Firefox 153, login/another-account-after-logout: an image of a site that somebody has just logged in to. */
    @Test
    void leavesRoomForHeuristicsThatLetAThirdPartyIn() {
        String image = Transcript.navigating(Healthy.LOGIN) + """
                # step 2
                GET https://login.wikimedia.test/wiki/Special:CentralAutoLogin/start?type=1x1&from=sourceswiki
                > Sec-Fetch-Site: cross-site
                > Sec-Fetch-Dest: image
                > Referer: https://www.wikisource.test/
                > Cookie: loginwikiSession=5vjf1ana7jlvupkacik3f8vc57less21
                """;
        assertThat(Transcript.of(image)
                        .can("images")
                        .deviating(CookieDeviation.BLOCKS_THIRD_PARTY, CookieDeviation.UNSPECIFIED_IS_NONE)
                        .judgedBy(check))
                .hasSize(1);
        assertThat(Transcript.of(image)
                        .can("images")
                        .deviating(CookieDeviation.ISOLATES_THIRD_PARTY, CookieDeviation.UNSPECIFIED_IS_NONE)
                        .judgedBy(check))
                .isEmpty();
        // Let in or not, it sends its own cookies only.
        String leaked = image.replace(
                "https://login.wikimedia.test/wiki/Special:CentralAutoLogin/start", "https://www.wikidata.test/");
        assertThat(Transcript.of(leaked)
                        .can("images")
                        .deviating(CookieDeviation.ISOLATES_THIRD_PARTY, CookieDeviation.UNSPECIFIED_IS_NONE)
                        .judgedBy(check))
                .extracting(Finding::severity)
                .containsExactly(Severity.ERROR);
    }

    /** Chromium posts a fresh cookie without SameSite from another site; one that says Lax stays at home. */
    @Test
    void knowsTheCookiesThatAFormOfAnotherSiteMayCarry() {
        String posted = Transcript.navigating(Healthy.LOGIN) + """
                # step 2
                POST https://login.wikimedia.test/wiki/Special:UserLogout
                > Sec-Fetch-Site: cross-site
                > Sec-Fetch-Dest: document
                > Referer: https://canary.test/
                > Cookie: loginwikiSession=5vjf1ana7jlvupkacik3f8vc57less21
                """;
        assertThat(Transcript.of(posted).can("images").judgedBy(check))
                .extracting(Finding::observed)
                .allSatisfy(said -> assertThat(said).contains("declaring 'lax-default-allows-unsafe' would explain it"))
                .hasSize(1);
        assertThat(Transcript.of(posted)
                        .can("images")
                        .deviating(CookieDeviation.LAX_DEFAULT_ALLOWS_UNSAFE)
                        .judgedBy(check))
                .isEmpty();
        String saysLax = posted.replaceAll("(?m)^(< Set-Cookie: loginwikiSession=.*)$", "$1; SameSite=Lax");
        assertThat(Transcript.of(saysLax)
                        .can("images")
                        .deviating(CookieDeviation.LAX_DEFAULT_ALLOWS_UNSAFE)
                        .judgedBy(check))
                .hasSize(1);
    }

    @Test
    void doesNotTrustAThirdPartyResponseToHaveDeleted() {
        String pixel = Transcript.navigating(Healthy.LOGIN) + """
                # step 2
                GET https://login.wikimedia.test/wiki/Special:CentralAutoLogin/deleteCookies?type=icon
                > HOW
                > Cookie: loginwikiSession=5vjf1ana7jlvupkacik3f8vc57less21
                < Set-Cookie: loginwikiSession=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; path=/; secure; HttpOnly
                GET https://login.wikimedia.test/wiki/Main_Page
                > Sec-Fetch-Site: none
                > Sec-Fetch-Dest: document
                > Cookie: loginwikiSession=5vjf1ana7jlvupkacik3f8vc57less21
                """;
        // Nothing told: a browser may have refused the deletion; a client without pages cannot have.
        assertThat(Transcript.of(pixel.replace("> HOW\n", "")).can("images").judgedBy(check))
                .isEmpty();
        assertThat(Transcript.of(pixel.replace("> HOW\n", "")).judgedBy(check)).hasSize(1);
        // Told: a subresource of another site must not touch a cookie without SameSite.
        String told = pixel.replace("> HOW\n", """
                > Sec-Fetch-Site: cross-site
                > Sec-Fetch-Dest: image
                > Referer: https://en.wikipedia.test/
                """);
        assertThat(Transcript.of(told).can("images").judgedBy(check))
                .extracting(Finding::exchange)
                .containsExactly(OptionalInt.of(7)); // only the pixel, which must not carry it
        // Declared to take no SameSite for None, it deletes by declaration but not by the RFC.
        assertThat(Transcript.of(told)
                        .can("images")
                        .deviating(CookieDeviation.UNSPECIFIED_IS_NONE)
                        .judgedBy(check))
                .extracting(Finding::severity)
                .containsExactly(Severity.WARNING);
        // Told to be blocked, it may be kept apart.
        assertThat(Transcript.of(told)
                        .can("images")
                        .deviating(CookieDeviation.BLOCKS_THIRD_PARTY)
                        .judgedBy(check))
                .isEmpty();
    }
}
