package org.cookieproof.driver;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.cookieproof.driver.ContractBench.british;
import static org.cookieproof.driver.ContractBench.britishToo;
import static org.cookieproof.driver.ContractBench.cookies;
import static org.cookieproof.driver.ContractBench.first;
import static org.cookieproof.driver.ContractBench.html;
import static org.cookieproof.driver.ContractBench.http;
import static org.cookieproof.driver.ContractBench.lookalike;
import static org.cookieproof.driver.ContractBench.other;
import static org.cookieproof.driver.ContractBench.parent;
import static org.cookieproof.driver.ContractBench.redirect;
import static org.cookieproof.driver.ContractBench.wikidata;
import static org.cookieproof.driver.ContractBench.wikipedia;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cookieproof.http.Url;
import org.cookieproof.http.cookie.CookieDeviation;
import org.cookieproof.profile.Capability;
import org.junit.jupiter.api.Test;

/**
 * Measures in which ways a client's jar differs from RFC 6265bis, so far as one without scripts can show
 * it; what is measured must be what its profile declares.
 */
public interface DeviationContract {

    /** What shows over a restart only. */
    Set<CookieDeviation> RESTARTING =
            EnumSet.of(CookieDeviation.FORGETS_ON_RESTART, CookieDeviation.KEEPS_SESSION_COOKIES);

    ContractBench bench();

    @Test
    default void differsFromTheStandardAsDeclared() {
        Set<CookieDeviation> measured = EnumSet.noneOf(CookieDeviation.class);
        for (CookieDeviation deviation : CookieDeviation.values()) {
            bench().reset();
            try (UserAgentSession session =
                    RESTARTING.contains(deviation) ? bench().openToBeRestarted() : bench().open()) {
                if (shows(deviation, session)) {
                    measured.add(deviation);
                }
            }
        }
        measured.addAll(shownByAnEngine());
        assertThat(measured).isEqualTo(bench().profile().deviationSet());
    }

    /** What only a client with third-party requests can show. */
    default Set<CookieDeviation> shownByAnEngine() {
        return Set.of();
    }

    private boolean shows(CookieDeviation deviation, UserAgentSession session) {
        String expired = "Expires=Thu, 01 Jan 2015 00:00:00 GMT";
        return switch (deviation) {
            case KEEPS_EXPIRED -> {
                set(session, first("/1"), "a=1; Path=/; Max-Age=1000; Expires=Thu, 01 Jan 2037 00:00:00 GMT");
                set(session, first("/2"), "a=deleted; Path=/; Max-Age=0; " + expired);
                yield sendsAny(session, first("/3"), "a=");
            }
            case LEAKS_HOST_ONLY -> {
                set(session, parent("/1"), "a=1; Path=/");
                yield sends(session, first("/2"), "a=1");
            }
            case LEAKS_TO_EVERY_HOST -> {
                set(session, first("/1"), "a=1; Path=/");
                yield sends(session, other("/2"), "a=1");
            }
            case OVERWRITES_SECURE_FROM_HTTP -> {
                set(session, first("/1"), "a=1; Path=/; Secure");
                set(session, http(first("/2")), "a=2; Path=/");
                yield sends(session, first("/3"), "a=2");
            }
            case ACCEPTS_SECURE_FROM_HTTP -> {
                set(session, http(first("/1")), "a=1; Path=/; Secure");
                yield sends(session, first("/2"), "a=1");
            }
            case IGNORES_SAME_SITE -> {
                set(session, other("/1"), "a=1; Path=/; Secure; SameSite=Strict");
                yield sendsCrossSite(session, other("/3"), "a=1");
            }
            case ACCEPTS_INSECURE_NONE -> {
                set(session, first("/1"), "a=1; Path=/; SameSite=None");
                yield sends(session, first("/2"), "a=1")
                        && !bench().profile().deviationSet().contains(CookieDeviation.IGNORES_SAME_SITE);
            }
            case REFUSES_NONE -> {
                set(session, first("/1"), "a=1; Path=/; Secure; SameSite=None");
                yield !sends(session, first("/2"), "a=1");
            }
            case IGNORES_PREFIXES -> {
                set(session, first("/1"), "__Host-a=1; Path=/; Secure; Domain=.first.test");
                yield sends(session, first("/2"), "__Host-a=1");
            }
            case EXPIRES_BEATS_MAX_AGE -> {
                set(session, first("/1"), "a=1; Path=/; Max-Age=1000; " + expired);
                yield !sends(session, first("/2"), "a=1") && !declares(CookieDeviation.IGNORES_MAX_AGE);
            }
            case FIRST_EXPIRY_WINS -> {
                set(session, first("/1"), "a=1; Path=/; " + expired + "; Max-Age=1000");
                set(session, first("/2"), "b=1; Path=/; Max-Age=1000; " + expired);
                yield !sends(session, first("/3"), "a=1") && sends(session, first("/4"), "b=1");
            }
            case IGNORES_MAX_AGE -> {
                set(session, first("/1"), "a=1; Path=/");
                set(session, first("/2"), "a=2; Path=/; Max-Age=0");
                awaitNextSecond();
                yield sends(session, first("/3"), "a=2")
                        && !bench().profile().deviationSet().contains(CookieDeviation.KEEPS_EXPIRED);
            }
            case MAX_AGE_ZERO_LIVES_A_SECOND ->
                // the second may end between two requests, but not each time
                Stream.of("/s1", "/s2", "/s3").anyMatch(path -> sendsTheDeleted(session, path, expired));
            case PATH_IS_PREFIX -> {
                set(session, first("/dir/1"), "a=1; Path=/dir");
                yield sends(session, first("/dirx"), "a=1") && !sends(session, first("/else"), "a=1");
            }
            case ACCEPTS_PUBLIC_SUFFIX -> {
                set(session, british("/1"), "a=1; Path=/; Domain=.co.uk");
                yield sends(session, britishToo("/2"), "a=1");
            }
            case FORGETS_ON_RESTART -> {
                String lasting = declares(CookieDeviation.IGNORES_MAX_AGE)
                        ? "Expires=Thu, 01 Jan 2037 00:00:00 GMT"
                        : "Max-Age=1000";
                set(session, first("/1"), "a=1; Path=/; " + lasting);
                session.restart();
                yield !sends(session, first("/2"), "a=1");
            }
            case KEEPS_SESSION_COOKIES -> {
                set(session, first("/1"), "a=1; Path=/");
                session.restart();
                yield sends(session, first("/2"), "a=1");
            }
            case IGNORES_PARTITIONED -> {
                set(session, first("/1"), "a=1; Path=/; Partitioned");
                yield sends(session, first("/2"), "a=1");
            }
            case MATCHES_BY_SUFFIX -> {
                set(session, parent("/1"), "a=1; Path=/; Domain=first.test");
                yield sends(session, lookalike("/2"), "a=1");
            }
            case ACCEPTS_FOREIGN_DOMAIN -> {
                set(session, first("/1"), "a=1; Path=/; Domain=.other.test");
                yield sends(session, other("/2"), "a=1");
            }
            case REFUSES_FOREIGN_PATH -> {
                set(session, first("/1"), "a=1; Path=/dir");
                yield !sends(session, first("/dir/2"), "a=1");
            }
            case IGNORES_PATH -> {
                set(session, first("/dir/1"), "a=1; Path=/dir");
                yield sends(session, first("/else"), "a=1");
            }
            case SENDS_SECURE_OVER_HTTP -> {
                set(session, first("/1"), "a=1; Path=/; Secure");
                yield sends(session, http(first("/2")), "a=1");
            }
            case REMOVES_BY_VALUE -> {
                set(session, first("/1"), "other=1; Path=/");
                set(session, first("/2"), "a=other; Path=/; Max-Age=0; " + expired);
                yield !sends(session, first("/3"), "other=1");
            }
            case TAKES_DELETED_LITERALLY -> {
                set(session, first("/1"), "a=deleted; Path=/; Max-Age=1000");
                yield !sendsAny(session, first("/2"), "a=");
            }
            case SHARES_CENTRAL_COOKIES -> {
                set(session, wikipedia("/1"), "centralauth_a=1; Path=/; Domain=.wikipedia.test");
                yield sends(session, wikidata("/2"), "centralauth_a=1")
                        && !sends(session, other("/3"), "centralauth_a=1");
            }
            case LEAKS_CENTRAL_COOKIES -> {
                set(session, wikipedia("/1"), "centralauth_a=1; Path=/; Domain=.wikipedia.test");
                yield sends(session, other("/2"), "centralauth_a=1");
            }
            case KEEPS_20_COOKIES_A_DOMAIN -> {
                set(session, first("/1"), numbered(25));
                yield sent(session, first("/2")).size() == 20;
            }
            case KEEPS_50_COOKIES -> {
                set(session, first("/1"), numbered(18));
                set(session, other("/1"), numbered(18));
                set(session, british("/1"), numbered(18));
                yield sent(session, first("/2")).size()
                                + sent(session, other("/2")).size()
                                + sent(session, british("/2")).size()
                        == 50;
            }
            case CLOCK_YEAR_BEHIND ->
                survives(session, Duration.ofDays(-180)) && !survives(session, Duration.ofDays(-800));
            case CLOCK_HOUR_BEHIND ->
                survives(session, Duration.ofMinutes(-30)) && !survives(session, Duration.ofDays(-180));
            case CLOCK_HOUR_AHEAD ->
                !survives(session, Duration.ofMinutes(30)) && survives(session, Duration.ofDays(180));
            case CLOCK_13_MONTHS_AHEAD ->
                !survives(session, Duration.ofDays(180)) && survives(session, Duration.ofDays(398));
            case SHUFFLES_ORDER -> {
                set(session, first("/1"), numbered(8));
                // Two are an order still: curl turns it around each time it reads its file.
                yield Stream.of("/2", "/3", "/4", "/5")
                                .map(path -> sent(session, first(path)))
                                .distinct()
                                .count()
                        > 2;
            }
            case STRIPS_QUOTES -> {
                set(session, first("/1"), "a=\"1\"; Path=/");
                yield sends(session, first("/2"), "a=1");
            }
            case QUOTES_COMMAS -> {
                set(session, first("/1"), "a=1,b=2; Path=/");
                yield sends(session, first("/2"), "a=\"1,b=2\"");
            }
            case SPLITS_AT_COMMAS -> {
                set(session, first("/1"), "a=1,b=2; Path=/");
                yield sends(session, first("/2"), "b=2");
            }
            case MISREADS_DATES_WITHOUT_DASHES -> new DateProbe(bench(), session).readsDashesOnly();
            case MISREADS_SHORT_YEARS,
                    MISREADS_ASCTIME,
                    MISREADS_WRONG_WEEKDAYS,
                    MISREADS_LOWER_CASE_DATES,
                    MISREADS_OTHER_ZONES -> new DateProbe(bench(), session).misreads(deviation);
            case DROPS_MISREAD_DATES -> new DateProbe(bench(), session).any(DateProbe.Fate.DROPPED);
            case EXPIRES_MISREAD_DATES -> new DateProbe(bench(), session).any(DateProbe.Fate.EXPIRED);
            // these show in third-party requests, or set SameSite apart from its absence: see shownByAnEngine()
            case LAX_DEFAULT_ALLOWS_UNSAFE,
                    UNSPECIFIED_IS_NONE,
                    NONE_IS_STRICT,
                    BLOCKS_THIRD_PARTY,
                    ISOLATES_THIRD_PARTY,
                    STORES_NO_THIRD_PARTY -> false;
        };
    }

    /** Clients that count in whole seconds keep until the next one what was to go at once: w3m. */
    private static void awaitNextSecond() {
        long now = Instant.now().getEpochSecond();
        while (Instant.now().getEpochSecond() <= now + 1) {
            Thread.onSpinWait();
        }
    }

    /** Whether it sends at once, and in the next second no more, what it has just been told to delete. */
    private boolean sendsTheDeleted(UserAgentSession session, String path, String expired) {
        String name = "a" + path.substring(1);
        set(session, first(path), name + "=1; Path=/");
        Url target = first(path + "/target");
        bench().on(target, html("<p>Sent"));
        bench().on(
                        first(path + "/delete"),
                        redirect(302, target)
                                .withHeader("Set-Cookie", name + "=deleted; Path=/; " + expired + "; Max-Age=0"));
        session.open(first(path + "/delete"));
        boolean atOnce = lastCookies(target).contains(name + "=deleted");
        awaitNextSecond();
        return atOnce && !sendsAny(session, first(path + "/later"), name + "=");
    }

    private boolean declares(CookieDeviation deviation) {
        return bench().profile().deviationSet().contains(deviation);
    }

    private void set(UserAgentSession session, Url url, String... lines) {
        bench().on(url, html("<p>Set").withHeader("Set-Cookie", lines));
        session.open(url);
    }

    private static String[] numbered(int count) {
        return IntStream.range(0, count).mapToObj(i -> "n" + i + "=1; Path=/").toArray(String[]::new);
    }

    private List<String> sent(UserAgentSession session, Url url) {
        bench().on(url, html("<p>Sent"));
        session.open(url);
        return lastCookies(url);
    }

    /** Whether a cookie is sent whose Expires lies this far in the future; negative for the past. */
    private boolean survives(UserAgentSession session, Duration ahead) {
        String name = "c" + ahead;
        String date = RFC_1123_DATE_TIME.format(Instant.now().plus(ahead).atOffset(ZoneOffset.UTC));
        set(session, first("/" + name + "/1"), name + "=1; Path=/; Expires=" + date);
        return sends(session, first("/" + name + "/2"), name + "=1");
    }

    private boolean sends(UserAgentSession session, Url url, String pair) {
        return sent(session, url).contains(pair);
    }

    private boolean sendsAny(UserAgentSession session, Url url, String start) {
        return sent(session, url).stream().anyMatch(pair -> pair.startsWith(start));
    }

    /** By a link where it follows links, by a redirect where it does not. */
    private boolean sendsCrossSite(UserAgentSession session, Url url, String pair) {
        bench().on(url, html("<p>Sent"));
        if (bench().can(Capability.FORMS)) {
            bench().on(first("/2"), html("<a href='" + url + "'>Over there</a>"));
            session.open(first("/2"));
            session.follow("a");
        } else {
            bench().on(first("/2"), redirect(302, url));
            session.open(first("/2"));
        }
        return lastCookies(url).contains(pair);
    }

    private List<String> lastCookies(Url url) {
        return cookies(bench().onlyRequestFor(url));
    }
}
