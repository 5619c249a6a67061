package org.cookieproof.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cookieproof.http.Response;
import org.cookieproof.http.cookie.CookieDate;

/** Whether the target's clock and ours agree: else cookies with Expires end too early, or too late, and nobody sees why. */
final class ClockLine {

    /** Above this a short-lived cookie may be dead on arrival. */
    private static final Duration MOST = Duration.ofSeconds(60);

    /** Date has whole seconds, and leaves off what is above them. */
    private static final Duration HALF = Duration.ofMillis(500);

    private ClockLine() {}

    static Diagnosis of(List<EndpointProbe> probes) {
        Optional<Skew> largest = probes.stream()
                .flatMap(d -> skew(d).stream())
                .max((a, b) -> a.by().abs().compareTo(b.by().abs()));
        if (largest.isEmpty()) {
            return Diagnosis.cannot("clock", "no answer has a Date that can be read");
        }
        Skew skew = largest.get();
        long seconds = Math.round(skew.by().toMillis() / 1000.0);
        String told = Math.abs(seconds) + " s "
                + (seconds == 0 ? "apart" : seconds > 0 ? "ahead of ours" : "behind ours") + " (" + skew.probe() + ")";
        return Math.abs(seconds) > MOST.toSeconds()
                ? Diagnosis.wrong(
                        "clock",
                        told + ": cookies with Expires end that much too " + (seconds > 0 ? "late" : "early"),
                        "set both clocks by NTP")
                : Diagnosis.ok("clock", told);
    }

    /** @param by the target's clock less ours */
    private record Skew(EndpointProbe probe, Duration by) {}

    private static Optional<Skew> skew(EndpointProbe probe) {
        return probe.answer()
                .flatMap(answer -> answer.headers()
                        .first("Date")
                        .flatMap(CookieDate::parse)
                        .flatMap(date -> probe.answeredAt().map(at -> new Skew(probe, between(at, date, answer)))));
    }

    /** What a cache has stored bears the Date of its origin, and Age tells how long ago that was (RFC 9111 §5.1). */
    private static Duration between(Instant ours, Instant date, Response answer) {
        long age = answer.headers()
                .first("Age")
                .filter(a -> a.matches("[0-9]{1,9}"))
                .map(Long::parseLong)
                .orElse(0L);
        return Duration.between(ours, date.plusSeconds(age).plus(HALF));
    }
}
