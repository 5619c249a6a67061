package org.cookieproof.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cookieproof.driver.ContractBench.cookies;
import static org.cookieproof.driver.ContractBench.first;
import static org.cookieproof.driver.ContractBench.html;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cookieproof.evidence.Jar;
import org.cookieproof.http.cookie.CookieDeviation;
import org.cookieproof.profile.Capability;
import org.junit.jupiter.api.Test;

/** What is kept, what is told of it, and for how long. */
interface JarContract {

    DateTimeFormatter BLANKS = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT);
    DateTimeFormatter DASHED = DateTimeFormatter.ofPattern("EEE, dd-MMM-yyyy HH:mm:ss 'GMT'", Locale.ROOT);

    ContractBench bench();

    @Test
    default void tellsItsJarAsItWasSetOrSaysThatItCannotBeRead() {
        Instant expiry = Instant.now().plus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        bench().on(
                        first("/account/set"),
                        html("<p>Set")
                                .withHeader(
                                        "Set-Cookie",
                                        "plain=p1; Path=/",
                                        "wide=w1; Domain=.first.test; Path=/account; Expires="
                                                + httpDate(bench().onItsClock(expiry))
                                                + "; Secure; HttpOnly; SameSite=Lax"));
        try (UserAgentSession session = bench().open()) {
            session.open(first("/account/set"));
            if (!bench().can(Capability.READABLE_JAR)) {
                assertThat(session.jar()).isInstanceOf(Jar.Opaque.class);
                return;
            }
            Jar.Known jar = (Jar.Known) session.jar();
            assertThat(jar.cookies()).hasSize(2);
            Jar.Held plain = jar.find("plain", "www.first.test", "/").orElseThrow();
            assertThat(plain.value()).isEqualTo("p1");
            assertThat(plain.expiry()).isNull();
            assertThat(plain.hostOnly()).isIn(true, null);
            assertThat(plain.secure()).isIn(false, null);
            assertThat(plain.httpOnly()).isIn(false, null);
            Jar.Held wide = jar.find("wide", "first.test", has(CookieDeviation.IGNORES_PATH) ? "/" : "/account")
                    .orElseThrow();
            assertThat(wide.value()).isEqualTo("w1");
            assertThat(wide.expiry()).isCloseTo(expiry, within(5, ChronoUnit.SECONDS));
            assertThat(wide.hostOnly()).isIn(false, null);
            assertThat(wide.secure()).isIn(true, null);
            assertThat(wide.httpOnly()).isIn(true, null);
        }
    }

    @Test
    default void replacesAndKeepsWhatItIsToldTo() {
        bench().on(
                        first("/one"),
                        html("<p>One").withHeader("Set-Cookie", "a=1; Path=/", "b=1; Path=/", "deep=1; Path=/dir"));
        bench().on(first("/two"), html("<p>Two").withHeader("Set-Cookie", "a=2; Path=/"));
        bench().on(first("/dir/three"), html("<p>Three"));
        try (UserAgentSession session = bench().open()) {
            session.open(first("/one"));
            session.open(first("/two"));
            session.open(first("/dir/three"));
        }
        List<String> everywhere = has(CookieDeviation.IGNORES_PATH) ? List.of("deep=1") : List.of();
        List<String> below = has(CookieDeviation.REFUSES_FOREIGN_PATH) ? List.of() : List.of("deep=1");
        assertThat(cookies(bench().onlyRequestFor(first("/two"))))
                .containsExactlyInAnyOrderElementsOf(with(everywhere, "a=1", "b=1"));
        assertThat(cookies(bench().onlyRequestFor(first("/dir/three"))))
                .containsExactlyInAnyOrderElementsOf(with(below, "a=2", "b=1"));
    }

    private static List<String> with(List<String> some, String... others) {
        return Stream.concat(some.stream(), Stream.of(others)).toList();
    }

    private boolean has(CookieDeviation deviation) {
        return bench().profile().deviationSet().contains(deviation);
    }

    /** curl 7.88 brings back all but the last of them when it also reads the file that it writes (curl issue 10677). */
    @Test
    default void forgetsAllThatOneResponseDeletes() {
        String past = "; Path=/; Expires=" + httpDate(Instant.EPOCH.plusSeconds(1));
        bench().on(first("/set"), html("<p>Set").withHeader("Set-Cookie", "a=1; Path=/", "b=2; Path=/", "c=3; Path=/"));
        bench().on(first("/out"), html("<p>Out").withHeader("Set-Cookie", "a=x" + past, "b=y" + past, "c=z" + past));
        bench().on(first("/after"), html("<p>After"));
        try (UserAgentSession session = bench().open()) {
            session.open(first("/set"));
            session.open(first("/out"));
            session.open(first("/after"));
        }
        assertThat(cookies(bench().onlyRequestFor(first("/out")))).containsExactlyInAnyOrder("a=1", "b=2", "c=3");
        assertThat(cookies(bench().onlyRequestFor(first("/after"))))
                .hasSize(has(CookieDeviation.KEEPS_EXPIRED) ? 3 : 0);
    }

    @Test
    default void keepsOverARestartWhatItIsDeclaredToKeep() {
        Instant expiry = Instant.now().plus(30, ChronoUnit.DAYS);
        bench().on(
                        first("/set"),
                        html("<p>Set")
                                .withHeader(
                                        "Set-Cookie",
                                        "session=s; Path=/",
                                        "kept=k; Path=/; HttpOnly; Expires=" + httpDate(bench().onItsClock(expiry))));
        bench().on(first("/after"), html("<p>After"));
        try (UserAgentSession session = bench().openToBeRestarted()) {
            session.open(first("/set"));
            session.restart();
            session.open(first("/after"));
        }
        if (bench().can(Capability.PERSISTENT_JAR)) {
            List<String> more = has(CookieDeviation.KEEPS_SESSION_COOKIES) ? List.of("session=s") : List.of();
            assertThat(cookies(bench().onlyRequestFor(first("/after"))))
                    .containsExactlyInAnyOrderElementsOf(with(more, "kept=k"));
        } else {
            assertThat(cookies(bench().onlyRequestFor(first("/after")))).isEmpty();
        }
    }

    @Test
    default void isolatesSessionsFromOneAnother() {
        Instant expiry = Instant.now().plus(30, ChronoUnit.DAYS);
        bench().on(
                        first("/set"),
                        html("<p>Set")
                                .withHeader(
                                        "Set-Cookie",
                                        "kept=k; Path=/; Expires=" + httpDate(bench().onItsClock(expiry))));
        bench().on(first("/beside"), html("<p>Beside"));
        bench().on(first("/later"), html("<p>Later"));
        try (UserAgentSession setter = bench().open();
                UserAgentSession beside = bench().open()) {
            setter.open(first("/set"));
            beside.open(first("/beside"));
        }
        try (UserAgentSession later = bench().open()) {
            later.open(first("/later"));
        }
        assertThat(cookies(bench().onlyRequestFor(first("/beside")))).isEmpty();
        assertThat(cookies(bench().onlyRequestFor(first("/later")))).isEmpty();
    }

    private String httpDate(Instant instant) {
        return (has(CookieDeviation.MISREADS_DATES_WITHOUT_DASHES) ? DASHED : BLANKS)
                .format(instant.atOffset(ZoneOffset.UTC));
    }
}
