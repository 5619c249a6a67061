package org.cookieproof.driver.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import okhttp3.Cookie;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RfcCookieJarTest {

    private static final String HTTPS = "https://www.first.test/dir/page";
    private static final String HTTP = "http://www.first.test/dir/page";

    @TempDir
    private Path dir;

    /** OkHttp reckons Max-Age from the real clock; the jar's own can be moved on from there. */
    private Instant now = Instant.now();

    private RfcCookieJar jar;

    @BeforeEach
    void start() {
        jar = newJar();
    }

    private RfcCookieJar newJar() {
        return new RfcCookieJar((InstantSource) () -> now, new CookieFile(dir.resolve("jar.tsv")));
    }

    private void receive(String url, String... lines) {
        Headers.Builder headers = new Headers.Builder();
        for (String line : lines) {
            headers.addUnsafeNonAscii("Set-Cookie", line);
        }
        HttpUrl from = HttpUrl.get(url);
        jar.saveFromResponse(from, Cookie.parseAll(from, headers.build()));
    }

    private List<String> sent(String url) {
        return jar.loadForRequest(HttpUrl.get(url)).stream()
                .map(c -> c.name() + "=" + c.value())
                .toList();
    }

    @Test
    void keepsCookiesApartByDomainHostOnlyFlagAndPath() {
        receive(HTTPS, "a=host", "a=wide; Domain=first.test", "a=root; Path=/", "a=again; Path=/");
        assertThat(sent(HTTPS)).containsExactly("a=host", "a=wide", "a=again");
        assertThat(sent("https://shop.first.test/dir/")).containsExactly("a=wide");
    }

    @Test
    void keepsTheCreationTimeOfAReplacedCookie() {
        receive(HTTPS, "old=1; Path=/");
        now = now.plusSeconds(1);
        receive(HTTPS, "new=1; Path=/");
        now = now.plusSeconds(1);
        receive(HTTPS, "old=2; Path=/");
        assertThat(sent(HTTPS)).containsExactly("old=2", "new=1");
    }

    @Test
    void deletesOnlyWhatTheDeletionIsFor() {
        receive(HTTPS, "a=1; Path=/", "b=1; Path=/");
        receive(HTTPS, "a=deleted; Path=/; Expires=Thu, 01-Jan-1970 00:00:01 GMT", "b=; Path=/dir; Max-Age=0");
        assertThat(sent(HTTPS)).containsExactly("b=1");
    }

    @Test
    void sendsNothingThatHasExpiredSince() {
        receive(HTTPS, "short=1; Max-Age=10", "long=1; Max-Age=1000");
        now = now.plusSeconds(11);
        assertThat(sent(HTTPS)).containsExactly("long=1");
    }

    @Test
    void refusesSecureCookiesOverHttpAndLeavesThoseItHasAlone() {
        receive(HTTP, "s=1; Secure");
        assertThat(sent(HTTPS)).isEmpty();
        receive(HTTPS, "s=secure; Secure; Domain=first.test; Path=/");
        receive(HTTP, "s=overlay; Path=/", "s=; Domain=first.test; Path=/; Max-Age=0");
        assertThat(sent(HTTPS)).containsExactly("s=secure");
        assertThat(sent(HTTP)).isEmpty();
    }

    @Test
    void checksPrefixesWhateverTheirCase() {
        receive(
                HTTPS,
                "__Host-a=1; Secure; Path=/; Domain=www.first.test",
                "__host-b=1; Secure; Path=/dir",
                "__Secure-c=1",
                "__Host-d=1; Secure; Path=/",
                "__Secure-e=1; Secure");
        assertThat(sent(HTTPS)).containsExactlyInAnyOrder("__Host-d=1", "__Secure-e=1");
    }

    @Test
    void refusesPublicSuffixesForeignDomainsAndWhatIsTooLarge() {
        receive(HTTPS, "t=1; Domain=test", "o=1; Domain=other.test", "big=" + "x".repeat(4094));
        receive("https://a.github.io/", "p=1; Domain=github.io");
        assertThat(jar.cookies()).isEmpty();
    }

    @Test
    void limitsALifeTo400Days() {
        receive(HTTPS, "a=1; Max-Age=99999999");
        assertThat(jar.cookies().get(0).expiresAt())
                .isEqualTo(now.plus(Duration.ofDays(400)).toEpochMilli());
    }

    @Test
    void startsAgainWithWhatItWroteToDisk() {
        receive(
                HTTPS,
                "session=1; Path=/",
                "host=v\"; Path=/; Max-Age=1000; Secure; HttpOnly; SameSite=Lax",
                "wide=; Domain=first.test; Path=/dir; Max-Age=1000",
                "gone=1; Max-Age=1000");
        receive(HTTPS, "gone=; Max-Age=0");
        List<Cookie> persistent =
                jar.cookies().stream().filter(Cookie::persistent).toList();
        jar = newJar();
        assertThat(jar.cookies()).hasSize(2).containsExactlyInAnyOrderElementsOf(persistent);
    }
}
