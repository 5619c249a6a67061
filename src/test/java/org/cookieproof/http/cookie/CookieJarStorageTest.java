package org.cookieproof.http.cookie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cookieproof.http.cookie.JarFixture.DELETE;
import static org.cookieproof.http.cookie.JarFixture.crossSiteNavigation;
import static org.cookieproof.http.cookie.JarFixture.crossSitePost;
import static org.cookieproof.http.cookie.JarFixture.direct;
import static org.cookieproof.http.cookie.JarFixture.jar;
import static org.cookieproof.http.cookie.JarFixture.stored;
import static org.cookieproof.http.cookie.JarFixture.thirdParty;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CookieJarStorageTest {

    private static final CookieContext EN = direct("https://en.wikipedia.test/w/index.php?title=x");
    private static final CookieContext EN_HTTP = direct("http://en.wikipedia.test/w/index.php");

    private final SettableClock clock = new SettableClock();
    private final CookieJar jar = jar(clock);

    private void refuses(String fieldValue, CookieContext context, String section) {
        assertThat(jar.receive(fieldValue, context)).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.section()).isEqualTo(section);
            assertThat(refused.describe()).contains(section).contains(refused.reason());
        });
    }

    @Test
    void storesEveryFieldThatSection5_7Names() {
        assertThat(stored(
                        jar,
                        "centralauth_User=Alice; Max-Age=2592000; path=/; domain=.wikipedia.test; secure; HttpOnly;"
                                + " SameSite=None",
                        EN))
                .isEqualTo(new Cookie(
                        "centralauth_User",
                        "Alice",
                        "wikipedia.test",
                        false,
                        "/",
                        clock.instant().plusSeconds(2_592_000),
                        true,
                        true,
                        SameSite.NONE,
                        clock.instant()));
    }

    @Test
    void makesAHostOnlySessionCookieAtTheDefaultPathOfABareLine() {
        assertThat(stored(jar, "a=b", EN))
                .isEqualTo(new Cookie(
                        "a",
                        "b",
                        "en.wikipedia.test",
                        true,
                        "/w",
                        null,
                        false,
                        false,
                        SameSite.UNSPECIFIED,
                        clock.instant()));
    }

    @Test
    void refusesWhatTheParserIgnores() {
        refuses("a=b\u0000", EN, "RFC 6265bis §5.6 step 1");
        refuses("a=" + "v".repeat(4096), EN, "RFC 6265bis §5.6 step 5");
        refuses("=; Max-Age=5", EN, "RFC 6265bis §5.7 step 2");
    }

    @Test
    void refusesADomainBeyondAsciiByStep8() {
        refuses("a=b; Domain=wikip\u00e9dia.test", EN, "RFC 6265bis §5.7 step 8");
    }

    @Test
    void refusesAPublicSuffixByStep9() {
        refuses("a=b; Domain=test", EN, "RFC 6265bis §5.7 step 9");
    }

    @Test
    void makesAPublicSuffixThatIsTheHostHostOnlyByStep9() {
        assertThat(stored(jar, "a=b; Domain=localhost", direct("http://localhost/"))
                        .hostOnly())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wikisource.test",
                "de.wikipedia.test",
                "x.en.wikipedia.test",
                "n.wikipedia.test",
                "wikipedia.test."
            })
    void refusesADomainThatDoesNotCoverTheHostByStep10(String domain) {
        refuses("a=b; Domain=" + domain, EN, "RFC 6265bis §5.7 step 10");
    }

    @Test
    void refusesSecureOverHttpByStep13() {
        refuses("a=b; Secure", EN_HTTP, "RFC 6265bis §5.7 step 13");
    }

    @Test
    void leavesSecureCookiesAloneByStep16() {
        stored(jar, "enwikiSession=one; path=/; secure; HttpOnly", EN);
        refuses("enwikiSession=two; path=/; HttpOnly", EN_HTTP, "RFC 6265bis §5.7 step 16");
        refuses("enwikiSession=two; path=/; domain=wikipedia.test", EN_HTTP, "RFC 6265bis §5.7 step 16");
        refuses("enwikiSession=deleted; path=/" + DELETE, EN_HTTP, "RFC 6265bis §5.7 step 16");
        assertThat(jar.cookies()).singleElement().extracting(Cookie::value).isEqualTo("one");
    }

    @Test
    void leavesSecureCookiesOfTheWholeDomainAloneByStep16() {
        stored(jar, "forceHTTPS=true; path=/; domain=wikipedia.test; secure", EN);
        refuses("forceHTTPS=true; path=/", EN_HTTP, "RFC 6265bis §5.7 step 16");
        stored(jar, "other=true; path=/", EN_HTTP);
    }

    @Test
    void letsHttpSetWhatOverlaysNoSecureCookieByStep16() {
        stored(jar, "a=one; path=/w; secure", EN);
        stored(jar, "a=two; path=/", EN_HTTP); // "/" does not path-match "/w"
        stored(jar, "b=three; path=/w", EN_HTTP);
        stored(jar, "a=four; path=/w", direct("http://de.wikipedia.test/"));
        assertThat(jar.cookies()).hasSize(4);
    }

    @Test
    void letsHttpsOverwriteASecureCookieWithAnInsecureOne() {
        stored(jar, "a=one; secure", EN);
        assertThat(stored(jar, "a=two", EN).secure()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "; SameSite=Lax", "; SameSite=Strict", "; SameSite=Extended"})
    void refusesAllButNoneFromACrossSiteSubresourceByStep18(String sameSite) {
        refuses("a=b; Secure" + sameSite, thirdParty("https://www.wikisource.test/"), "RFC 6265bis §5.7 step 18");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "; SameSite=Lax", "; SameSite=Strict", "; SameSite=None"})
    void takesAllFromATopLevelNavigationByStep18(String sameSite) {
        stored(jar, "a=b; Secure" + sameSite, crossSiteNavigation("https://www.wikisource.test/"));
        stored(jar, "c=d; Secure" + sameSite, crossSitePost("https://www.wikisource.test/"));
    }

    @Test
    void refusesNoneWithoutSecureByStep19() {
        refuses("forceHTTPS=true; path=/; HttpOnly; SameSite=None", EN, "RFC 6265bis §5.7 step 19");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "__Secure-a=b                                 | step 20",
                "__SECURE-a=b; Path=/                         | step 20",
                "__Host-a=b; Path=/                           | step 21",
                "__Host-a=b; Secure                           | step 21",
                "__Host-a=b; Secure; Path=/w                  | step 21",
                "__Host-a=b; Secure; Path=/; Domain=wikipedia.test | step 21",
                "__host-a=b; Secure                           | step 21",
                "__Secure-a                                   | step 22",
                "=__Host-a=b                                  | step 22"
            })
    void refusesANameThatBreaksItsPromise(String fieldValue, String step) {
        refuses(fieldValue, EN, "RFC 6265bis §5.7 " + step);
    }

    @Test
    void refusesAHostPrefixWhosePathIsOnlyTheDefaultByStep21() {
        refuses("__Host-a=b; Secure", direct("https://en.wikipedia.test/"), "RFC 6265bis §5.7 step 21");
    }

    @Test
    void takesANameThatKeepsItsPromise() {
        stored(jar, "__Secure-a=b; Secure; Domain=wikipedia.test", EN);
        stored(jar, "__Host-a=b; Secure; Path=/", EN);
        stored(jar, "__Host-b=c; Secure; Path=", direct("https://en.wikipedia.test/"));
        stored(jar, "a=__Host-b", EN);
    }

    @Test
    void refusesPartitionedWithoutSecure() {
        refuses("a=b; Partitioned", EN, "draft-cutler-httpbis-partitioned-cookies-01");
    }

    @Test
    void namesTheFirstStepThatRefuses() {
        refuses("__Host-a=b; Domain=test; SameSite=None", EN_HTTP, "RFC 6265bis §5.7 step 9");
    }

    @Test
    void replacesTheSameCookieAndKeepsItsCreationTimeByStep23() {
        Cookie first = stored(jar, "a=one; path=/", EN);
        clock.advance(Duration.ofMinutes(5));
        assertThat(jar.receive("a=two; path=/; HttpOnly", EN)).isInstanceOfSatisfying(Outcome.Stored.class, outcome -> {
            assertThat(outcome.replaced()).contains(first);
            assertThat(outcome.cookie().created()).isEqualTo(first.created());
            assertThat(outcome.cookie().httpOnly()).isTrue();
            assertThat(outcome.describe()).isEqualTo("replaced a en.wikipedia.test/");
        });
        assertThat(jar.cookies()).hasSize(1);
    }

    @Test
    void doesNotInheritTheCreationTimeOfAnExpiredCookie() {
        stored(jar, "a=one; path=/; Max-Age=10", EN);
        clock.advance(Duration.ofSeconds(10));
        assertThat(jar.receive("a=two; path=/", EN)).isInstanceOfSatisfying(Outcome.Stored.class, outcome -> {
            assertThat(outcome.replaced()).isEmpty();
            assertThat(outcome.cookie().created()).isEqualTo(clock.instant());
        });
    }

    @Test
    void tellsCookiesApartByNameDomainHostOnlyAndPathByStep23() {
        CookieContext apex = direct("https://wikisource.test/");
        stored(jar, "a=1; path=/", apex);
        stored(jar, "A=2; path=/", apex);
        stored(jar, "a=3; path=/; domain=wikisource.test", apex);
        stored(jar, "a=4; path=/w", apex);
        stored(jar, "a=5; path=/w/", apex);
        assertThat(jar.cookies()).extracting(Cookie::value).containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    void deletesTheCookieOfTheSameScopeOnly() {
        Cookie hostOnly = stored(jar, "forceHTTPS=true; path=/; HttpOnly", EN);
        Cookie central = stored(jar, "forceHTTPS=true; path=/; domain=.wikipedia.test; HttpOnly", EN);
        assertThat(jar.receive("forceHTTPS=deleted" + DELETE + "; path=/; HttpOnly", EN))
                .isEqualTo(new Outcome.Deleted(hostOnly));
        assertThat(jar.cookies()).containsExactly(central);
        assertThat(jar.receive("forceHTTPS=deleted" + DELETE + "; path=/; HttpOnly", EN))
                .isEqualTo(new Outcome.NothingToDelete("forceHTTPS"));
    }

    @Test
    void letsTheLastOfTwoLinesForOneCookieWin() {
        // Special:CentralAutoLogin/deleteCookies answers a deletion and then a new id (surprise 2 of the observed
        // farm).
        CookieContext source = direct("https://www.wikisource.test/wiki/Special:CentralAutoLogin/deleteCookies");
        stored(jar, "sourceswikiSession=old; path=/; secure; HttpOnly", source);
        jar.receive("sourceswikiSession=deleted" + DELETE + "; path=/; secure; HttpOnly", source);
        stored(jar, "sourceswikiSession=lf15qpq0pl35ods97gap9o6b44g57upv; path=/; secure; HttpOnly", source);
        assertThat(jar.cookieHeader(source)).isEqualTo("sourceswikiSession=lf15qpq0pl35ods97gap9o6b44g57upv");
    }

    @Test
    void forgetsACookieWhenItsTimeIsUp() {
        stored(jar, "cpPosIndex=5; Max-Age=10; path=/", EN);
        clock.advance(Duration.ofMillis(9_999));
        assertThat(jar.cookies()).hasSize(1);
        clock.advance(Duration.ofMillis(1));
        assertThat(jar.cookies()).isEmpty();
        assertThat(jar.cookieHeader(EN)).isEmpty();
    }

    @Test
    void dropsSessionCookiesAtTheEndOfTheSession() {
        stored(jar, "enwikiSession=1; path=/", EN);
        stored(jar, "enwikiUserID=3; path=/; Max-Age=60", EN);
        jar.endSession();
        assertThat(jar.cookies()).extracting(Cookie::name).containsExactly("enwikiUserID");
    }

    @Test
    void copiesWithoutTies() {
        stored(jar, "a=1; path=/", EN);
        CookieJar copy = jar.copy();
        jar.receive("a=gone; path=/" + DELETE, EN);
        stored(copy, "b=2; path=/", EN);
        assertThat(jar.cookies()).isEmpty();
        assertThat(copy.cookies()).extracting(Cookie::name).containsExactly("a", "b");
    }

    @Test
    void copiesItsDeviationsToo() {
        CookieJar keeps = jar(clock, CookieDeviation.KEEPS_EXPIRED).copy();
        stored(keeps, "a=deleted; path=/" + DELETE, EN);
        assertThat(keeps.cookieHeader(EN)).isEqualTo("a=deleted");
    }

    @Test
    void takesACookieThatIsPutIntoItAsItIs() {
        Instant longAgo = Instant.parse("2020-01-01T00:00:00Z");
        Cookie seeded = new Cookie(
                "enwikiSession", "old", "en.wikipedia.test", true, "/", null, true, true, SameSite.NONE, longAgo);
        stored(jar, "enwikiSession=new; path=/", EN);
        jar.put(seeded);
        assertThat(jar.cookies()).containsExactly(seeded);
    }

    @Test
    void asksTheGivenListForPublicSuffixes() {
        CookieJar strict = new CookieJar(clock, domain -> domain.equals("wikipedia.test"), Set.of());
        assertThat(strict.receive("a=b; domain=wikipedia.test", EN)).isInstanceOf(Outcome.Refused.class);
        assertThat(stored(strict, "a=b; domain=wikipedia.test", direct("https://wikipedia.test/"))
                        .hostOnly())
                .isTrue();
    }

    @Test
    void describesItsOutcomes() {
        Cookie cookie = stored(jar, "a=b; domain=wikipedia.test; path=/", EN);
        assertThat(new Outcome.Stored(cookie, Optional.empty()).describe()).isEqualTo("stored a .wikipedia.test/");
        assertThat(new Outcome.Deleted(cookie).describe()).isEqualTo("deleted a .wikipedia.test/");
        assertThat(new Outcome.NothingToDelete("a").describe()).isEqualTo("found no a of that scope to delete");
    }
}
