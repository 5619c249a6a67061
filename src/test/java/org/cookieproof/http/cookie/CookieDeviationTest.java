package org.cookieproof.http.cookie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cookieproof.http.cookie.CookieDeviation.*;
import static org.cookieproof.http.cookie.CookieDeviation.ACCEPTS_FOREIGN_DOMAIN;
import static org.cookieproof.http.cookie.CookieDeviation.DROPS_MISREAD_DATES;
import static org.cookieproof.http.cookie.CookieDeviation.EXPIRES_MISREAD_DATES;
import static org.cookieproof.http.cookie.CookieDeviation.IGNORES_PATH;
import static org.cookieproof.http.cookie.CookieDeviation.KEEPS_SESSION_COOKIES;
import static org.cookieproof.http.cookie.CookieDeviation.MATCHES_BY_SUFFIX;
import static org.cookieproof.http.cookie.CookieDeviation.MISREADS_ASCTIME;
import static org.cookieproof.http.cookie.CookieDeviation.MISREADS_LOWER_CASE_DATES;
import static org.cookieproof.http.cookie.CookieDeviation.MISREADS_OTHER_ZONES;
import static org.cookieproof.http.cookie.CookieDeviation.MISREADS_SHORT_YEARS;
import static org.cookieproof.http.cookie.CookieDeviation.MISREADS_WRONG_WEEKDAYS;
import static org.cookieproof.http.cookie.CookieDeviation.QUOTES_COMMAS;
import static org.cookieproof.http.cookie.CookieDeviation.REFUSES_FOREIGN_PATH;
import static org.cookieproof.http.cookie.CookieDeviation.REMOVES_BY_VALUE;
import static org.cookieproof.http.cookie.CookieDeviation.SENDS_SECURE_OVER_HTTP;
import static org.cookieproof.http.cookie.CookieDeviation.SHARES_CENTRAL_COOKIES;
import static org.cookieproof.http.cookie.CookieDeviation.SPLITS_AT_COMMAS;
import static org.cookieproof.http.cookie.CookieDeviation.STORES_NO_THIRD_PARTY;
import static org.cookieproof.http.cookie.CookieDeviation.STRIPS_QUOTES;
import static org.cookieproof.http.cookie.CookieDeviation.TAKES_DELETED_LITERALLY;
import static org.cookieproof.http.cookie.JarFixture.DELETE;
import static org.cookieproof.http.cookie.JarFixture.crossSiteNavigation;
import static org.cookieproof.http.cookie.JarFixture.crossSitePost;
import static org.cookieproof.http.cookie.JarFixture.direct;
import static org.cookieproof.http.cookie.JarFixture.jar;
import static org.cookieproof.http.cookie.JarFixture.stored;
import static org.cookieproof.http.cookie.JarFixture.thirdParty;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each deviation against the model without it: what is sent after the same lines. */
class CookieDeviationTest {

    private static final String EN = "https://en.wikipedia.test/";
    private static final String DATA = "https://www.wikidata.test/";
    private static final String EVIL = "https://evilwikipedia.test/";
    private static final String FIRST = "https://www.first.test/";
    private static final String PAST = "; expires=Thu, 01-Jan-1970 00:00:01 GMT";
    private static final String FUTURE = "; expires=Mon, 21 Dec 2026 21:16:34 GMT";

    /** Something that befalls a jar, and what it sends then. */
    private interface Story {
        String tell(CookieJar jar, SettableClock clock);
    }

    private static Arguments story(CookieDeviation deviation, String without, String with, Story story) {
        return Arguments.of(deviation, without, with, story);
    }

    /** One line and one request afterwards. */
    private static Story once(String line, CookieContext setter, CookieContext reader) {
        return (jar, clock) -> {
            jar.receive(line, setter);
            return jar.cookieHeader(reader);
        };
    }

    /** So many cookies, and how many of them are sent. */
    private static Story counted(int count, CookieContext context) {
        return (jar, clock) -> {
            IntStream.range(0, count).forEach(i -> jar.receive("n" + i + "=1", context));
            return String.valueOf(jar.toSend(context).size());
        };
    }

    /** A cookie {@code a=b}, this one two minutes later, and a form of another site a while after that. */
    private static Story lastSet(String line, Duration later) {
        return (jar, clock) -> {
            jar.receive("a=b; path=/", direct(EN));
            clock.advance(Duration.ofMinutes(2));
            jar.receive(line + "; path=/", direct(EN));
            clock.advance(later);
            return jar.cookieHeader(crossSitePost(EN));
        };
    }

    static Stream<Arguments> stories() {
        CookieContext en = direct(EN);
        CookieContext plain = direct("http://en.wikipedia.test/");
        CookieContext mobile = direct("https://m.en.wikipedia.test/");
        String none = "a=b; path=/; secure; SameSite=None";
        return Stream.of(
                story(KEEPS_EXPIRED, "", "a=b", (jar, clock) -> {
                    jar.receive("a=b; path=/; Max-Age=10", en);
                    clock.advance(Duration.ofDays(1));
                    return jar.cookieHeader(en);
                }),
                story(KEEPS_EXPIRED, "", "a=deleted", once("a=deleted; path=/" + DELETE, en, en)),
                story(LEAKS_HOST_ONLY, "", "a=b", once("a=b; path=/", en, mobile)),
                story(LEAKS_TO_EVERY_HOST, "", "a=b", once("a=b; path=/", en, direct(DATA))),
                story(OVERWRITES_SECURE_FROM_HTTP, "a=b", "a=c", (jar, clock) -> {
                    jar.receive("a=b; path=/; secure", en);
                    jar.receive("a=c; path=/", plain);
                    return jar.cookieHeader(en);
                }),
                story(ACCEPTS_SECURE_FROM_HTTP, "", "a=b", once("a=b; path=/; secure", plain, en)),
                story(IGNORES_SAME_SITE, "", "a=b", once("a=b; path=/; SameSite=Strict", en, thirdParty(EN))),
                story(IGNORES_SAME_SITE, "", "a=b", once("a=b; path=/; SameSite=Strict", thirdParty(EN), en)),
                story(IGNORES_SAME_SITE, "", "a=b", once("a=b; path=/; SameSite=None", en, en)),
                story(LAX_DEFAULT_ALLOWS_UNSAFE, "", "a=b", once("a=b; path=/", en, crossSitePost(EN))),
                story(LAX_DEFAULT_ALLOWS_UNSAFE, "", "", once("a=b; path=/; SameSite=Lax", en, crossSitePost(EN))),
                story(LAX_DEFAULT_ALLOWS_UNSAFE, "", "", once("a=b; path=/", en, thirdParty(EN))),
                story(LAX_DEFAULT_ALLOWS_UNSAFE, "", "", lastSet("a=b", Duration.ofSeconds(1))),
                story(LAX_DEFAULT_ALLOWS_UNSAFE, "", "a=c", lastSet("a=c", Duration.ofSeconds(120))),
                story(UNSPECIFIED_IS_NONE, "", "a=b", once("a=b; path=/", en, thirdParty(EN))),
                story(UNSPECIFIED_IS_NONE, "", "a=b", once("a=b; path=/", thirdParty(EN), en)),
                story(UNSPECIFIED_IS_NONE, "", "", once("a=b; path=/; SameSite=Lax", en, thirdParty(EN))),
                story(REFUSES_NONE, "a=b", "", once(none, en, en)),
                story(REFUSES_NONE, "a=b", "", once("a=b; SameSite=Extended", en, en)),
                story(REFUSES_NONE, "a=b", "a=b", once("a=b; SameSite=Lax", en, en)),
                story(NONE_IS_STRICT, "a=b", "", once(none, en, crossSiteNavigation(EN))),
                story(NONE_IS_STRICT, "a=b", "a=b", once("a=b; SameSite", en, crossSiteNavigation(EN))),
                story(NONE_IS_STRICT, "", "a=b", once("a=b; SameSite=None", en, en)),
                story(ACCEPTS_INSECURE_NONE, "", "a=b", once("a=b; SameSite=None", en, thirdParty(EN))),
                story(BLOCKS_THIRD_PARTY, "a=b", "", once(none, en, thirdParty(EN))),
                story(BLOCKS_THIRD_PARTY, "a=b", "", once(none, thirdParty(EN), en)),
                story(BLOCKS_THIRD_PARTY, "a=b", "a=b", once(none, crossSiteNavigation(EN), en)),
                story(BLOCKS_THIRD_PARTY, "a=b", "a=b", once(none + "; Partitioned", thirdParty(EN), thirdParty(EN))),
                story(ISOLATES_THIRD_PARTY, "a=b", "", once(none, en, thirdParty(EN))),
                story(ISOLATES_THIRD_PARTY, "a=b", "", once(none, thirdParty(EN), en)),
                story(ISOLATES_THIRD_PARTY, "a=b", "a=b", once(none, crossSiteNavigation(EN), en)),
                story(STORES_NO_THIRD_PARTY, "a=b", "", once(none, thirdParty(EN), en)),
                story(STORES_NO_THIRD_PARTY, "a=b", "a=b", once(none, en, thirdParty(EN))),
                story(STORES_NO_THIRD_PARTY, "a=b", "a=b", once(none, crossSiteNavigation(EN), en)),
                story(STORES_NO_THIRD_PARTY, "", "a=b", (jar, clock) -> {
                    jar.receive(none, en);
                    jar.receive("a=; path=/; secure; SameSite=None" + DELETE, thirdParty(EN));
                    return jar.cookieHeader(en);
                }),
                story(IGNORES_PREFIXES, "", "__Host-a=b", once("__Host-a=b; domain=wikipedia.test", en, en)),
                story(IGNORES_PREFIXES, "", "__Secure-a=b", once("__Secure-a=b", en, en)),
                story(EXPIRES_BEATS_MAX_AGE, "", "a=b", once("a=b; Max-Age=0" + FUTURE, en, en)),
                story(EXPIRES_BEATS_MAX_AGE, "", "", once("a=b; Max-Age=0", en, en)),
                story(FIRST_EXPIRY_WINS, "", "a=b", once("a=b" + FUTURE + "; Max-Age=0", en, en)),
                story(FIRST_EXPIRY_WINS, "", "", once("a=b; Max-Age=0" + FUTURE, en, en)),
                story(IGNORES_MAX_AGE, "", "a=b", once("a=b; Max-Age=0", en, en)),
                story(MAX_AGE_ZERO_LIVES_A_SECOND, "", "a=b", once("a=b" + PAST + "; Max-Age=0", en, en)),
                story(MAX_AGE_ZERO_LIVES_A_SECOND, "", "", once("a=b; Max-Age=0" + PAST, en, en)),
                story(MAX_AGE_ZERO_LIVES_A_SECOND, "", "", (jar, clock) -> {
                    jar.receive("a=b; Max-Age=0", en);
                    clock.advance(Duration.ofSeconds(1));
                    return jar.cookieHeader(en);
                }),
                story(PATH_IS_PREFIX, "", "a=b", once("a=b; path=/dir", en, direct(EN + "dirx"))),
                story(ACCEPTS_PUBLIC_SUFFIX, "", "a=b", once("a=b; domain=test", en, direct("https://other.test/"))),
                story(FORGETS_ON_RESTART, "a=b", "", (jar, clock) -> {
                    jar.receive("a=b; Max-Age=60", en);
                    jar.endSession();
                    return jar.cookieHeader(en);
                }),
                story(KEEPS_SESSION_COOKIES, "", "a=b", (jar, clock) -> {
                    jar.receive("a=b", en);
                    jar.endSession();
                    return jar.cookieHeader(en);
                }),
                story(MATCHES_BY_SUFFIX, "", "a=b", once("a=b; domain=wikipedia.test", en, direct(EVIL))),
                story(ACCEPTS_FOREIGN_DOMAIN, "", "a=b", once("a=b; domain=first.test", en, direct(FIRST))),
                story(REFUSES_FOREIGN_PATH, "a=b", "", once("a=b; path=/dir", en, direct(EN + "dir/x"))),
                story(
                        REFUSES_FOREIGN_PATH,
                        "a=b",
                        "a=b",
                        once("a=b; path=/dir", direct(EN + "dir/"), direct(EN + "dir/x"))),
                story(IGNORES_PATH, "", "a=b", once("a=b; path=/dir", en, en)),
                story(IGNORES_PATH, "a=b; a=c", "a=c", (jar, clock) -> {
                    jar.receive("a=b; path=/dir", en);
                    jar.receive("a=c; path=/", en);
                    return jar.cookieHeader(direct(EN + "dir/x"));
                }),
                story(SENDS_SECURE_OVER_HTTP, "", "a=b", once("a=b; secure", en, plain)),
                story(REMOVES_BY_VALUE, "x=1", "a=b", (jar, clock) -> {
                    jar.receive("a=b; path=/", en);
                    jar.receive("x=1; path=/", en);
                    jar.receive("a=x; path=/" + DELETE, en);
                    return jar.cookieHeader(en);
                }),
                story(TAKES_DELETED_LITERALLY, "a=deleted", "", (jar, clock) -> {
                    jar.receive("a=b; path=/", en);
                    jar.receive("a=deleted; path=/", en);
                    return jar.cookieHeader(en);
                }),
                story(SHARES_CENTRAL_COOKIES, "", "centralauth_User=b", once("centralauth_User=b", en, direct(DATA))),
                story(SHARES_CENTRAL_COOKIES, "", "", once("enwikiSession=b", en, direct(DATA))),
                story(SHARES_CENTRAL_COOKIES, "", "", once("centralauth_User=b", en, direct(EVIL))),
                story(SHARES_CENTRAL_COOKIES, "", "", once("centralauth_User=b", direct(FIRST), en)),
                story(STRIPS_QUOTES, "a=\"b c\"", "a=b c", once("a=\"b c\"", en, en)),
                story(STRIPS_QUOTES, "a=\"b", "a=\"b", once("a=\"b", en, en)),
                story(QUOTES_COMMAS, "a=b,c", "a=\"b,c\"", once("a=b,c", en, en)),
                story(QUOTES_COMMAS, "a=\"b,c\"", "a=\"b,c\"", once("a=\"b,c\"", en, en)),
                story(SPLITS_AT_COMMAS, "a=b,c=d", "a=b; c=d", once("a=b,c=d", en, en)),
                story(LEAKS_CENTRAL_COOKIES, "", "centralauth_User=b", once("centralauth_User=b", en, direct(EVIL))),
                story(LEAKS_CENTRAL_COOKIES, "", "", once("enwikiSession=b", en, direct(EVIL))),
                story(KEEPS_50_COOKIES, "51", "50", counted(51, en)),
                story(KEEPS_50_COOKIES, "50", "50", counted(50, en)),
                story(KEEPS_20_COOKIES_A_DOMAIN, "21", "20", counted(21, en)),
                story(KEEPS_20_COOKIES_A_DOMAIN, "20", "20", counted(20, en)),
                story(CLOCK_YEAR_BEHIND, "", "a=b", once("a=b; expires=Sat, 22 Nov 2025 21:16:34 GMT", en, en)),
                story(CLOCK_YEAR_BEHIND, "", "", once("a=b; expires=Thu, 20 Nov 2025 21:16:34 GMT", en, en)),
                story(CLOCK_YEAR_BEHIND, "", "", once("a=b; Max-Age=0", en, en)),
                story(CLOCK_HOUR_BEHIND, "", "a=b", once("a=b; expires=Sat, 21 Nov 2026 20:16:35 GMT", en, en)),
                story(CLOCK_HOUR_BEHIND, "", "", once("a=b; expires=Sat, 21 Nov 2026 20:16:34 GMT", en, en)),
                story(CLOCK_HOUR_AHEAD, "a=b", "", once("a=b; expires=Sat, 21 Nov 2026 22:16:34 GMT", en, en)),
                story(CLOCK_HOUR_AHEAD, "a=b", "a=b", once("a=b; expires=Sat, 21 Nov 2026 22:16:35 GMT", en, en)),
                story(CLOCK_HOUR_AHEAD, "a=b", "a=b", once("a=b; Max-Age=60", en, en)),
                story(CLOCK_13_MONTHS_AHEAD, "a=b", "", once("a=b; expires=Tue, 21 Dec 2027 21:16:34 GMT", en, en)),
                story(CLOCK_13_MONTHS_AHEAD, "a=b", "a=b", once("a=b; expires=Thu, 23 Dec 2027 21:16:34 GMT", en, en)),
                story(SHUFFLES_ORDER, "1", "several", (jar, clock) -> {
                    IntStream.range(0, 6).forEach(i -> jar.receive("n" + i + "=1", en));
                    long orders = IntStream.range(0, 6)
                            .mapToObj(i -> jar.cookieHeader(en))
                            .distinct()
                            .count();
                    return orders == 1 ? "1" : "several";
                }),
                story(
                        IGNORES_PARTITIONED,
                        "",
                        "a=b",
                        once(none + "; Partitioned", thirdParty(EN, "https://wikisource.test"), en)));
    }

    /** Each form of a date with a day in the past: what is sent of the old cookie or of the new. */
    static Stream<Arguments> dates() {
        return Stream.of(
                Arguments.of(MISREADS_SHORT_YEARS, "Thu, 01-Jan-70 00:00:01 GMT"),
                Arguments.of(MISREADS_SHORT_YEARS, "Thursday, 01 Jan 70 00:00:01 GMT"),
                Arguments.of(MISREADS_DATES_WITHOUT_DASHES, "Thu, 01 Jan 1970 00:00:01 GMT"),
                Arguments.of(MISREADS_ASCTIME, "Thu Jan  1 00:00:01 1970"),
                Arguments.of(MISREADS_WRONG_WEEKDAYS, "Mon, 01 Jan 1970 00:00:01 GMT"),
                Arguments.of(MISREADS_LOWER_CASE_DATES, "thu, 01 jan 1970 00:00:01 gmt"),
                Arguments.of(MISREADS_OTHER_ZONES, "Thu, 01 Jan 1970 00:00:01 UTC"),
                Arguments.of(MISREADS_OTHER_ZONES, "Thu, 01 Jan 1970 00:00:01"));
    }

    @ParameterizedTest
    @MethodSource("dates")
    void readNoDateOfThatForm(CookieDeviation deviation, String past) {
        assertThat(overwritten(past)).isEmpty();
        assertThat(overwritten(past, deviation)).isEqualTo("a=new");
        assertThat(overwritten(past, deviation, DROPS_MISREAD_DATES)).isEqualTo("a=old");
        assertThat(overwritten(past, deviation, EXPIRES_MISREAD_DATES)).isEmpty();
        String usual = deviation == MISREADS_DATES_WITHOUT_DASHES
                ? "Thu, 01-Jan-1970 00:00:01 GMT"
                : "Thu, 01 Jan 1970 00:00:01 GMT";
        assertThat(overwritten(usual, deviation, DROPS_MISREAD_DATES)).isEmpty();
        assertThat(overwritten("nonsense", deviation, DROPS_MISREAD_DATES)).isEqualTo("a=new");
    }

    private static String overwritten(String expires, CookieDeviation... deviations) {
        CookieJar jar = jar(new SettableClock(), deviations);
        jar.receive("a=old; path=/", direct(EN));
        jar.receive("a=new; path=/; expires=" + expires, direct(EN));
        return jar.cookieHeader(direct(EN));
    }

    @Test
    void expireWhatIsMisreadThoughItLiesInTheFuture() {
        String line = "a=b; path=/; expires=Mon Dec 21 21:16:34 2026";
        CookieJar jar = jar(new SettableClock(), MISREADS_ASCTIME, EXPIRES_MISREAD_DATES);
        assertThat(jar.receive(line, direct(EN))).isInstanceOf(Outcome.NothingToDelete.class);
    }

    @ParameterizedTest(name = "{0}: [{2}] instead of [{1}]")
    @MethodSource("stories")
    void changesWhatIsSent(CookieDeviation deviation, String without, String with, Story story) {
        SettableClock clock = new SettableClock();
        assertThat(story.tell(jar(clock), clock)).isEqualTo(without);
        assertThat(story.tell(jar(clock, deviation), clock)).isEqualTo(with);
    }

    @ParameterizedTest
    @EnumSource
    void hasAStoryInWhichItMatters(CookieDeviation deviation) {
        boolean ofDates = deviation == DROPS_MISREAD_DATES
                || deviation == EXPIRES_MISREAD_DATES
                || dates().anyMatch(date -> date.get()[0] == deviation);
        assertThat(ofDates
                        || stories()
                                .anyMatch(
                                        story -> story.get()[0] == deviation && !story.get()[1].equals(story.get()[2])))
                .isTrue();
    }

    @Test
    void leaveLinesAloneThatGiveNoOccasion() {
        String line = "enwikiUserID=3" + FUTURE + "; Max-Age=2592000; path=/; secure; HttpOnly; SameSite=Lax";
        Arrays.stream(CookieDeviation.values()).forEach(deviation -> {
            CookieJar jar = jar(new SettableClock(), deviation);
            stored(jar, line, direct(EN));
            assertThat(jar.cookieHeader(direct(EN))).as(deviation.wireName()).isEqualTo("enwikiUserID=3");
        });
    }

    @Test
    void keepExpiredLikeTheAppOfJanuary2016() {
        // T124252: the app's jar kept names and values only, so a logout left "deleted" to be sent at the next login.
        SettableClock clock = new SettableClock();
        CookieJar app = jar(clock, KEEPS_EXPIRED);
        stored(app, "enwikiUserID=3; expires=Mon, 21 Dec 2026 21:16:34 GMT; Max-Age=2592000; path=/", direct(EN));
        assertThat(app.receive(
                        "enwikiUserID=deleted; expires=Thu, 01-Jan-1970 00:00:01 GMT; Max-Age=0; path=/; httponly",
                        direct(EN)))
                .isInstanceOfSatisfying(
                        Outcome.Stored.class,
                        outcome -> assertThat(outcome.replaced()).isPresent());
        app.receive("enwikiToken=deleted; expires=Thu, 01-Jan-1970 00:00:01 GMT; Max-Age=0; path=/", direct(EN));
        assertThat(app.cookieHeader(direct(EN))).isEqualTo("enwikiUserID=deleted; enwikiToken=deleted");
        assertThat(app.cookies()).allMatch(cookie -> cookie.isExpiredAt(clock.instant()));
    }

    @Test
    void ignorePartitionedAlsoForCookiesThatArePutIntoTheJar() {
        SettableClock clock = new SettableClock();
        Cookie partitioned = stored(
                jar(clock),
                "a=b; path=/; secure; SameSite=None; Partitioned",
                thirdParty(EN, "https://wikisource.test"));
        CookieJar old = jar(clock, IGNORES_PARTITIONED);
        old.put(partitioned);
        assertThat(old.toSend(direct(EN))).containsExactly(partitioned);
    }

    @Test
    void areNamedOnTheWayInAndOut() {
        assertThat(CookieDeviation.named("keeps-expired")).contains(KEEPS_EXPIRED);
        assertThat(CookieDeviation.named("keeps_expired")).isEmpty();
        for (CookieDeviation deviation : CookieDeviation.values()) {
            assertThat(CookieDeviation.named(deviation.toString())).contains(deviation);
        }
    }
}
