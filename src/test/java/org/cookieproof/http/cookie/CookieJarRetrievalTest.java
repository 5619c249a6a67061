package org.cookieproof.http.cookie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cookieproof.http.cookie.JarFixture.crossSiteNavigation;
import static org.cookieproof.http.cookie.JarFixture.crossSitePost;
import static org.cookieproof.http.cookie.JarFixture.direct;
import static org.cookieproof.http.cookie.JarFixture.jar;
import static org.cookieproof.http.cookie.JarFixture.stored;
import static org.cookieproof.http.cookie.JarFixture.thirdParty;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CookieJarRetrievalTest {

    private static final String LOGIN = "https://login.wikimedia.test/";

    private final SettableClock clock = new SettableClock();
    private final CookieJar jar = jar(clock);

    @ParameterizedTest(name = "{0} set by {1} for {2}: {3}")
    @CsvSource({
        "a=b; path=/,                        https://wikisource.test/, https://wikisource.test/x,    true",
        "a=b; path=/,                        https://wikisource.test/, https://en.wikisource.test/x, false",
        "a=b; path=/; domain=wikisource.test, https://wikisource.test/, https://en.wikisource.test/x, true",
        "a=b; path=/; domain=wikisource.test, https://en.wikisource.test/, https://wikisource.test/,  true",
        "a=b; path=/; domain=wikisource.test, https://wikisource.test/, https://wikipedia.test/,      false",
        "a=b; path=/w,                       https://wikisource.test/, https://wikisource.test/wiki, false",
        "a=b; path=/w,                       https://wikisource.test/, https://wikisource.test/w?x=/y, true",
        "a=b; path=/,                        https://wikisource.test/, http://wikisource.test/,      true",
        "a=b; path=/; secure,                https://wikisource.test/, http://wikisource.test/,      false",
        "a=b; path=/; secure,                https://wikisource.test/, https://wikisource.test/,     true",
        "a=b; path=/; secure,                https://wikisource.test/, https://wikisource.test:8443/, true",
        "a=b; path=/,                        https://127.0.0.1/,       https://127.0.0.1:8443/,      true",
    })
    void sendsByHostPathAndSchemeBySection5_8_3(String fieldValue, String setter, String reader, boolean sent) {
        Cookie cookie = stored(jar, fieldValue, direct(setter));
        assertThat(jar.toSend(direct(reader))).hasSize(sent ? 1 : 0);
        assertThat(jar.whyNotSent(cookie, direct(reader)).isEmpty()).isEqualTo(sent);
    }

    @ParameterizedTest(name = "{0}: navigation {1}, post {2}, subresource {3}")
    @CsvSource({
        "'',               true,  false, false",
        "; SameSite=Lax,    true,  false, false",
        "; SameSite=Strict, false, false, false",
        "; SameSite=None,   true,  true,  true",
    })
    void sendsAcrossSitesBySection5_8_3(String sameSite, boolean navigation, boolean post, boolean subresource) {
        stored(jar, "a=b; path=/; secure" + sameSite, direct(LOGIN));
        assertThat(jar.toSend(direct(LOGIN))).hasSize(1);
        assertThat(jar.toSend(crossSiteNavigation(LOGIN))).hasSize(navigation ? 1 : 0);
        assertThat(jar.toSend(crossSitePost(LOGIN))).hasSize(post ? 1 : 0);
        assertThat(jar.toSend(thirdParty(LOGIN))).hasSize(subresource ? 1 : 0);
    }

    @Test
    void sendsLongerPathsFirstAndThenOlderCookiesBySection5_8_3Step2() {
        CookieContext index = direct("https://en.wikipedia.test/w/index.php");
        stored(jar, "young_root=1; path=/", index);
        clock.advance(Duration.ofSeconds(1));
        stored(jar, "w=2; path=/w", index);
        stored(jar, "w2=3; path=/w", index);
        stored(jar, "younger_root=4; path=/", index);
        stored(jar, "index=5; path=/w/index.php", index);
        clock.advance(Duration.ofSeconds(1));
        stored(jar, "young_root=6; path=/", index);
        assertThat(jar.cookieHeader(index)).isEqualTo("index=5; w=2; w2=3; young_root=6; younger_root=4");
    }

    @Test
    void writesNamelessAndEmptyCookiesBySection5_8_3Step4() {
        CookieContext en = direct("https://en.wikipedia.test/");
        stored(jar, "=nameless", en);
        stored(jar, "empty=", en);
        stored(jar, "q=\"a b\"", en);
        assertThat(jar.cookieHeader(en)).isEqualTo("nameless; empty=; q=\"a b\"");
    }

    @Test
    void sendsAPartitionedCookieInItsOwnPartitionOnly() {
        CookieContext below = thirdParty(LOGIN, "https://wikipedia.test");
        Cookie cookie = stored(jar, "a=b; path=/; Secure; SameSite=None; Partitioned", below);
        assertThat(cookie.partition()).isEqualTo("https://wikipedia.test");
        assertThat(jar.toSend(below)).containsExactly(cookie);
        assertThat(jar.toSend(thirdParty(LOGIN, "https://wikisource.test"))).isEmpty();
        assertThat(jar.toSend(thirdParty(LOGIN))).isEmpty();
        assertThat(jar.toSend(direct(LOGIN))).isEmpty();
    }

    @Test
    void keepsOnePartitionedCookieForEachTopLevelSite() {
        String line = "a=b; path=/; Secure; SameSite=None; Partitioned";
        stored(jar, line, thirdParty(LOGIN, "https://wikipedia.test"));
        stored(jar, line, thirdParty(LOGIN, "https://wikisource.test"));
        assertThat(stored(jar, line, direct(LOGIN)).partition()).isEqualTo("https://wikimedia.test");
        stored(jar, "a=b; path=/; Secure; SameSite=None", direct(LOGIN));
        assertThat(jar.cookies()).hasSize(4);
        assertThat(jar.toSend(direct(LOGIN))).hasSize(2);
    }

    @Test
    void saysWhyACookieIsNotSent() {
        Cookie lax = stored(jar, "a=b; path=/w; secure; Max-Age=60; SameSite=Lax", direct(LOGIN));
        Cookie central = stored(jar, "c=d; path=/; domain=.wikimedia.test", direct(LOGIN));
        assertThat(jar.whyNotSent(lax, direct("https://en.wikipedia.test/w")))
                .contains("it is for only login.wikimedia.test, not for en.wikipedia.test (RFC 6265bis §5.8.3 step 1)");
        assertThat(jar.whyNotSent(central, direct("https://en.wikipedia.test/")))
                .contains("it is for wikimedia.test and what is below it, not for en.wikipedia.test"
                        + " (RFC 6265bis §5.8.3 step 1)");
        assertThat(jar.whyNotSent(lax, direct(LOGIN)))
                .contains("its path /w does not cover / (RFC 6265bis §5.8.3 step 1)");
        assertThat(jar.whyNotSent(lax, direct("http://login.wikimedia.test/w")))
                .contains("it is Secure and the request is http (RFC 6265bis §5.8.3 step 1)");
        assertThat(jar.whyNotSent(lax, thirdParty(LOGIN + "w")))
                .contains("it is SameSite=Lax and this is a cross-site subresource (RFC 6265bis §5.8.3 step 1)");
        assertThat(jar.whyNotSent(central, crossSitePost(LOGIN)))
                .contains("it is without SameSite and this is a cross-site navigation with an unsafe method"
                        + " (RFC 6265bis §5.8.3 step 1)");
        clock.advance(Duration.ofMinutes(1));
        assertThat(jar.whyNotSent(lax, direct(LOGIN + "w")))
                .contains("it expired at 2026-11-21T21:17:34Z (RFC 6265bis §5.7)");
    }
}
