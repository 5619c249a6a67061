package org.cookieproof.check;

import com.google.auto.service.AutoService;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.ReceivedLine;
import org.cookieproof.http.cookie.CookieDate;
import org.cookieproof.http.cookie.SetCookieLine;

/**
 * Some clients read only Max-Age, some only Expires, some whichever comes first; the JDK takes Max-Age without Expires
 * for an RFC 2965 cookie and sends {@code $Version} back. So both stand there and say the same.
 */
@AutoService(Check.class)
public final class ExpiryAttributesAgreeCheck implements Check {

    /** Of which user-agents.md tells it, "What HTTP clients do differently". */
    private static final String WITHOUT_MAX_AGE = "Apache HttpClient 4, elinks, links2, w3m and LWP";

    private static final Duration TOLERANCE = Duration.ofSeconds(1);

    @Override
    public String id() {
        return "expiry-attributes-agree";
    }

    @Override
    public String source() {
        return "RFC6265bis-5.5";
    }

    @Override
    public String title() {
        return "Max-Age and Expires are both there and agree";
    }

    @Override
    public Side side() {
        return Side.SERVER;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Findings findings = new Findings(this, evidence);
        ReceivedLine.of(evidence.recording())
                .forEach(line -> line.line().ifPresent(parsed -> examine(line, parsed, findings)));
        return findings.list();
    }

    private static void examine(ReceivedLine line, SetCookieLine parsed, Findings findings) {
        Optional<Instant> expires = parsed.expires();
        if (parsed.maxAge().isPresent() && parsed.raw("Expires").isEmpty()) {
            findings.error(
                    Place.of(line).aspect("no Expires"),
                    "Expires beside Max-Age, for clients that read only Expires",
                    line.name() + " has Max-Age alone: " + WITHOUT_MAX_AGE + " do not read it, and the JDK takes it for"
                            + " RFC 2965");
        } else if (parsed.maxAge().isEmpty()
                && expires.filter(end -> !deletes(line, end)).isPresent()) {
            // A date in 1970 deletes by any clock; one that is to come is judged by the client's own.
            findings.warning(
                    Place.of(line).aspect("no Max-Age"),
                    "Max-Age beside Expires, for clients whose clock is wrong",
                    line.name() + " has Expires alone");
        } else if (parsed.maxAge().isPresent() && expires.isPresent()) {
            compare(line, parsed.maxAge().getAsLong(), expires.get(), findings);
        }
    }

    private static void compare(ReceivedLine line, long maxAge, Instant expires, Findings findings) {
        Instant date = date(line).orElse(ReceivedLine.receivedAt(line.exchange()));
        boolean ageDeletes = maxAge <= 0;
        boolean dateDeletes = deletes(line, expires);
        if (ageDeletes != dateDeletes) {
            findings.error(
                    Place.of(line).aspect("contradiction"),
                    "Max-Age and Expires that both delete or both keep",
                    line.name() + " is "
                            + (ageDeletes
                                    ? "deleted by Max-Age and kept by Expires"
                                    : "kept by Max-Age and deleted by Expires"));
        } else if (!ageDeletes && date(line).isPresent()) {
            // The cookie is made before the Date of its response, by up to the time the server took.
            Duration tolerance = TOLERANCE.plus(line.exchange().took());
            Duration life = Duration.between(date.truncatedTo(ChronoUnit.SECONDS), expires);
            Duration difference =
                    life.minusSeconds(Math.min(maxAge, Integer.MAX_VALUE)).abs();
            if (difference.compareTo(tolerance) > 0) {
                findings.error(
                        Place.of(line).aspect("different lives"),
                        "Max-Age and Expires minus Date within " + TOLERANCE.toSeconds() + " s of each other",
                        line.name() + " lives " + maxAge + " s by Max-Age and " + life.toSeconds()
                                + " s by Expires and Date");
            }
        }
    }

    private static boolean deletes(ReceivedLine line, Instant expires) {
        return !expires.isAfter(date(line).orElse(ReceivedLine.receivedAt(line.exchange())));
    }

    private static Optional<Instant> date(ReceivedLine line) {
        return line.exchange().answer().flatMap(r -> r.headers().first("Date")).flatMap(CookieDate::parse);
    }
}
