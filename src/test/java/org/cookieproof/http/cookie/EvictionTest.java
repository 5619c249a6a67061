package org.cookieproof.http.cookie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cookieproof.http.cookie.CookieDeviation.KEEPS_20_COOKIES_A_DOMAIN;
import static org.cookieproof.http.cookie.CookieDeviation.KEEPS_50_COOKIES;
import static org.cookieproof.http.cookie.CookieDeviation.KEEPS_EXPIRED;
import static org.cookieproof.http.cookie.CookieDeviation.SHUFFLES_ORDER;
import static org.cookieproof.http.cookie.JarFixture.direct;
import static org.cookieproof.http.cookie.JarFixture.jar;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which cookies a full jar parts with (RFC 6265bis §5.7), and what is as random as it looks. */
class EvictionTest {

    private static final CookieContext EN = direct("https://en.wikipedia.test/");
    private static final CookieContext DEEP = direct("https://en.wikipedia.test/deep");
    private static final CookieContext FIRST = direct("https://www.first.test/");

    private final SettableClock clock = new SettableClock();

    private static void fill(CookieJar jar, int count, String attributes, CookieContext context) {
        IntStream.range(0, count).forEach(i -> jar.receive("n" + i + "=1" + attributes, context));
    }

    private static List<String> names(CookieJar jar) {
        return jar.cookies().stream().map(Cookie::name).toList();
    }

    @Test
    void partsWithTheOldestFirst() {
        CookieJar jar = jar(clock, KEEPS_20_COOKIES_A_DOMAIN);
        fill(jar, 22, "; path=/", EN);
        assertThat(names(jar)).hasSize(20).doesNotContain("n0", "n1").contains("n2", "n21");
    }

    @Test
    void keepsWhatWasSentLast() {
        CookieJar jar = jar(clock, KEEPS_20_COOKIES_A_DOMAIN);
        jar.receive("deep=1; path=/deep", EN);
        fill(jar, 19, "; path=/else", EN);
        jar.use(DEEP);
        jar.receive("new=1; path=/else", EN);
        assertThat(names(jar)).contains("deep", "new").doesNotContain("n0");
    }

    @Test
    void sendingIsNoUseUnlessItIsSaid() {
        CookieJar jar = jar(clock, KEEPS_20_COOKIES_A_DOMAIN);
        jar.receive("deep=1; path=/deep", EN);
        fill(jar, 19, "; path=/else", EN);
        jar.cookieHeader(DEEP); // a question, asked by a report as well
        jar.receive("new=1; path=/else", EN);
        assertThat(names(jar)).doesNotContain("deep").contains("n0", "new");
    }

    @Test
    void ofADomainPartsWithWhatIsNotSecureFirst() {
        CookieJar jar = jar(clock, KEEPS_20_COOKIES_A_DOMAIN);
        fill(jar, 19, "; path=/; secure", EN);
        jar.receive("plain=1; path=/", EN);
        jar.receive("last=1; path=/; secure", EN);
        assertThat(names(jar)).contains("n0", "last").doesNotContain("plain");
    }

    @Test
    void partsWithWhatHasExpiredBeforeAnythingElse() {
        CookieJar jar = jar(clock, KEEPS_20_COOKIES_A_DOMAIN, KEEPS_EXPIRED);
        fill(jar, 19, "; path=/", EN);
        jar.receive("short=1; path=/; secure; Max-Age=10", EN);
        clock.advance(Duration.ofMinutes(1));
        jar.receive("last=1; path=/", EN);
        assertThat(names(jar)).contains("n0", "last").doesNotContain("short");
    }

    @Test
    void countsADomainByTheDomainThatItsCookiesAreFor() {
        CookieJar jar = jar(clock, KEEPS_20_COOKIES_A_DOMAIN);
        fill(jar, 20, "; path=/", EN);
        fill(jar, 20, "; path=/; domain=wikipedia.test", EN);
        assertThat(jar.cookies()).hasSize(40);
    }

    @Test
    void countsAllDomainsTogetherWhereThatIsTheLimit() {
        CookieJar jar = jar(clock, KEEPS_50_COOKIES);
        fill(jar, 30, "; path=/", EN);
        fill(jar, 30, "; path=/; secure", FIRST);
        assertThat(jar.cookies()).hasSize(50);
        assertThat(jar.toSend(EN)).hasSize(20);
        assertThat(jar.toSend(FIRST)).hasSize(30);
    }

    @Test
    void replacingACookieEvictsNone() {
        CookieJar jar = jar(clock, KEEPS_20_COOKIES_A_DOMAIN);
        fill(jar, 20, "; path=/", EN);
        jar.receive("n7=2; path=/", EN);
        assertThat(jar.cookies()).hasSize(20);
    }

    @Test
    void shufflesInTheSameWayWithTheSameSeed() {
        List<String> once = orders(7);
        assertThat(orders(7)).isEqualTo(once);
        assertThat(orders(8)).isNotEqualTo(once);
        assertThat(once.get(0).split("; "))
                .containsExactlyInAnyOrder(
                        names(sixCookies(7)).stream().map(name -> name + "=1").toArray(String[]::new));
    }

    private List<String> orders(long seed) {
        CookieJar jar = sixCookies(seed);
        return IntStream.range(0, 6).mapToObj(i -> jar.cookieHeader(EN)).toList();
    }

    private CookieJar sixCookies(long seed) {
        CookieJar jar = new CookieJar(clock, PublicSuffixes.SINGLE_LABELS, Set.of(SHUFFLES_ORDER), seed);
        fill(jar, 6, "; path=/", EN);
        return jar;
    }
}
