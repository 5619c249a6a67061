package org.cookieproof.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Severity;
import org.junit.jupiter.api.Test;

class SharedCacheChecksTest {

    private static final String SESSION = "> Cookie: enwikiSession=e6jsojjs90dejfbdo1dhcffmdmuiahnj; enwikiUserID=3\n";

    @Test
    void findsSessionCookiesOnAPublicRawPage() {
        List<Finding> findings = Transcript.of("""
                        GET https://en.wikipedia.test/w/index.php?title=MediaWiki:Common.js&action=raw&ctype=text/javascript
                        < Cache-Control: public, s-maxage=60, max-age=18000
                        < Set-Cookie: enwikiSession=ka9c5a7qud3ivvllptlrhit05skhd44j; path=/; secure; HttpOnly
                        """).judgedBy(new NoCookieOnCacheableCheck());
        assertThat(findings)
                .extracting(Finding::subject)
                .containsExactly("first /w/index.php?title=MediaWiki:Common.js&action=raw cookie enwikiSession");
        assertThat(findings.get(0).observed()).contains("s-maxage=60");
    }

    @Test
    void allowsCookiesWhereEachReuseIsAskedForFirst() {
        for (String control : List.of(
                "public, s-maxage=0, max-age=18000", "private, must-revalidate, max-age=0", "no-cache", "no-store")) {
            assertThat(Transcript.of(cookieUnder(control)).judgedBy(new NoCookieOnCacheableCheck()))
                    .as(control)
                    .isEmpty();
        }
    }

    /** RFC 9111 §5.2.2.4 and §5.2.2.7: the field that is listed stays behind, the page may be stored. */
    @Test
    void allowsCookiesThatTheCacheHasToLeaveOut() {
        for (String control : List.of(
                "public, max-age=60, private=\"Set-Cookie\"", "public, max-age=60, no-cache=\"x-a, set-cookie\"")) {
            assertThat(Transcript.of(cookieUnder(control)).judgedBy(new NoCookieOnCacheableCheck()))
                    .as(control)
                    .isEmpty();
        }
        assertThat(Transcript.of(cookieUnder("public, max-age=60, private=\"X-User\""))
                        .judgedBy(new NoCookieOnCacheableCheck()))
                .hasSize(1);
    }

    private static String cookieUnder(String control) {
        return "GET https://en.wikipedia.test/wiki/A\n< Cache-Control: " + control
                + "\n< Set-Cookie: UseDC=master; path=/\n";
    }

    @Test
    void findsAPageOfTheUserThatAnybodyMayGetFromACache() {
        String page = Healthy.LOGIN.replace("""
                < Vary: Accept-Encoding, Cookie
                < Expires: Thu, 01 Jan 1970 00:00:00 GMT
                < Cache-Control: private, must-revalidate, max-age=0
                << <html>Welcome, Alice</html>
                """, """
                < Vary: Accept-Encoding
                < Cache-Control: public, s-maxage=18000
                << <html>Welcome, Alice</html>
                """);
        List<Finding> findings = Transcript.of(page).judgedBy(new NothingPrivateSharedCheck());
        assertThat(findings).extracting(Finding::subject).containsExactly("first /wiki/Main_Page");
        assertThat(findings.get(0).observed()).contains("names the user");
        assertThat(findings.get(0).header()).contains("Cache-Control: public, s-maxage=18000");
        assertThat(Transcript.of(page.replace("Vary: Accept-Encoding\n", "Vary: Accept-Encoding, Cookie\n"))
                        .judgedBy(new NothingPrivateSharedCheck()))
                .isEmpty();
    }

    @Test
    void findsAnApiAnswerToASessionThatSaysNothingAboutCaches() {
        assertThat(Transcript.of("GET https://en.wikipedia.test/w/rest.php/v1/page/A/bare\n" + SESSION
                                + "< Content-Type: application/json\n< Cache-Control: max-age=5\n<< {}\n")
                        .judgedBy(new NothingPrivateSharedCheck()))
                .extracting(Finding::subject)
                .containsExactly("first /w/rest.php/v#/page/A/bare");
    }

    @Test
    void letsPublicAndStaticFilesBe() {
        assertThat(Transcript.of(Healthy.ALL).judgedBy(new NothingPrivateSharedCheck()))
                .isEmpty();
        assertThat(Transcript.of("GET https://en.wikipedia.test/static/logo.png\n" + SESSION
                                + "< Content-Type: image/png\n< Last-Modified: Sat, 21 Nov 2026 21:16:34 GMT\n")
                        .judgedBy(new NothingPrivateSharedCheck()))
                .isEmpty();
    }

    @Test
    void findsAnonymousPagesThatWouldBeGivenToUsers() {
        List<Finding> findings = Transcript.of(Healthy.ALL.replace("""
                                < Vary: Accept-Encoding, Cookie
                                < Cache-Control: s-maxage=18000""", """
                                < Vary: Accept-Encoding
                                < Cache-Control: s-maxage=18000""")).judgedBy(new VaryNamesCookieCheck());
        assertThat(findings).extracting(Finding::subject).containsExactly("first /wiki/Main_Page");
        assertThat(findings.get(0).severity()).isEqualTo(Severity.ERROR);
        assertThat(findings.get(0).header()).contains("Vary: Accept-Encoding");
    }

    @Test
    void seesNoDependenceWhereBothAnswersAreTheSame() {
        String startup = "GET https://en.wikipedia.test/w/load.php?modules=startup\n%s"
                + "< Cache-Control: public, max-age=300, s-maxage=300\n<< %s\n";
        assertThat(Transcript.of(startup.formatted("", "x") + startup.formatted(SESSION, "x"))
                        .judgedBy(new VaryNamesCookieCheck()))
                .isEmpty();
        assertThat(Transcript.of(startup.formatted("", "x") + startup.formatted(SESSION, "y"))
                        .judgedBy(new VaryNamesCookieCheck()))
                .extracting(Finding::severity)
                .containsOnly(Severity.WARNING);
    }
}
