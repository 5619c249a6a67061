package org.cookieproof.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cookieproof.evidence.LineOutcome;
import org.cookieproof.evidence.ModelReplay;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.cookie.Cookie;
import org.cookieproof.http.cookie.CookieContext;
import org.cookieproof.http.cookie.CookieMatching;
import org.cookieproof.http.cookie.Outcome;
import org.cookieproof.http.cookie.SetCookieLine;

/**
 * Where a cookie came from and why it should be gone: the Set-Cookie lines of a recording by cookie name, with what
 * the model made of them. A value that no line ever set is a script's or the harness's and has no trail.
 */
final class CookieTrail {

    /** Short values such as {@code true} occur in unrelated cookies; only longer ones tell a leak between domains. */
    private static final int TELLING = 8;

    private final ModelReplay replay;
    private final Map<String, List<Mark>> marks = new HashMap<>();

    /** One line of the trail. */
    private record Mark(Exchange exchange, Instant at, LineOutcome told, SetCookieLine line) {}

    /**
     * Why a cookie should not be there.
     *
     * @param kind     one word or two that stay the same: {@code deleted}, {@code expired}, {@code refused} …
     * @param sentence the same for a person
     * @param exchange the number of the exchange whose line made it so
     * @param line     that line's value
     */
    record Reason(String kind, String sentence, int exchange, String line) {}

    CookieTrail(ModelReplay replay) {
        this.replay = replay;
        for (ModelReplay.Moment moment : replay.moments()) {
            for (LineOutcome told : moment.outcomes()) {
                parse(told)
                        .ifPresent(line -> marks.computeIfAbsent(line.name(), n -> new ArrayList<>())
                                .add(new Mark(moment.exchange(), moment.at(), told, line)));
            }
        }
    }

    /** Lines that all user agents ignore may be kept by this one: then they are read as far as they can be. */
    private static Optional<SetCookieLine> parse(LineOutcome told) {
        return SetCookieLine.parse(told.line()).or(() -> {
            String pair = told.line().split(";", 2)[0];
            int equals = pair.indexOf('=');
            return equals < 0
                    ? Optional.empty()
                    : Optional.of(new SetCookieLine(
                            pair.substring(0, equals).strip(),
                            pair.substring(equals + 1).strip(),
                            List.of()));
        });
    }

    /**
     * Why this cookie must not be sent or held in this context at this time, given that the model does not allow it.
     * Empty where the wire does not tell where the value comes from.
     */
    Optional<Reason> why(String name, String value, CookieContext context, Instant now) {
        String host = context.url().host();
        List<Mark> same = marks.getOrDefault(name, List.of()).stream()
                .filter(m -> !m.at().isAfter(now))
                .filter(m -> sameValue(m.line().value(), value))
                .toList();
        return same.stream()
                .filter(m -> concerns(m, host))
                .reduce((earlier, later) -> later)
                .or(() -> same.stream().filter(m -> value.length() >= TELLING).reduce((earlier, later) -> later))
                .map(m -> reason(m, context, now));
    }

    /** Whether the value is one that some line set, quotes apart, which some clients strip and others add. */
    static boolean sameValue(String one, String other) {
        return unquoted(one).equals(unquoted(other));
    }

    /** A value without the quotes around it. */
    static String unquoted(String value) {
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }

    /** Whether a user agent could think that the line is for this host: its domain, or its sender, covers it. */
    private static boolean concerns(Mark mark, String host) {
        return Stream.concat(
                        mark.line().domain().stream(),
                        Stream.of(mark.exchange().url().host()))
                .anyMatch(domain -> CookieMatching.domainMatch(host, domain));
    }

    private Reason reason(Mark mark, CookieContext context, Instant now) {
        Outcome outcome = mark.told().outcome();
        if (outcome instanceof Outcome.Stored stored) {
            return reason(mark, stored.cookie(), context, now);
        }
        if (outcome instanceof Outcome.Refused refused) {
            return tell(
                    "refused", "a user agent refuses it: " + refused.reason() + " (" + refused.section() + ")", mark);
        }
        return tell("deleted", "its own line deletes it: expired when it came (RFC 6265bis §5.7)", mark);
    }

    private Reason reason(Mark mark, Cookie cookie, CookieContext context, Instant now) {
        Optional<Cookie> held = replay.cookieAt(now, cookie.key());
        if (held.isPresent() && sameValue(held.get().value(), cookie.value())) {
            String why = replay.whyNotSent(held.get(), context, now).orElse("the model does not send it");
            return tell("out of scope", why, mark);
        }
        List<Mark> ofName = marks.getOrDefault(cookie.name(), List.of());
        Optional<Mark> later = ofName.subList(ofName.indexOf(mark) + 1, ofName.size()).stream()
                .filter(m -> !m.at().isAfter(now))
                .filter(m -> ends(m.told().outcome(), cookie))
                .findFirst();
        if (later.isPresent()) {
            boolean deleted = later.get().told().outcome() instanceof Outcome.Deleted;
            return tell(
                    deleted ? "deleted" : "replaced",
                    (deleted ? "deleted by #" : "replaced by #")
                            + later.get().exchange().number() + " (RFC 6265bis §5.7)",
                    later.get());
        }
        return tell(
                "expired",
                "it expired at " + cookie.expiresAt().map(Instant::toString).orElse("the session's end")
                        + " (RFC 6265bis §5.7)",
                mark);
    }

    private static boolean ends(Outcome outcome, Cookie cookie) {
        return (outcome instanceof Outcome.Deleted deleted
                        && deleted.was().key().equals(cookie.key()))
                || (outcome instanceof Outcome.Stored stored
                        && stored.replaced()
                                .filter(c -> c.key().equals(cookie.key()))
                                .isPresent()
                        && !sameValue(stored.cookie().value(), cookie.value()));
    }

    private static Reason tell(String kind, String sentence, Mark mark) {
        return new Reason(kind, sentence, mark.exchange().number(), mark.told().line());
    }
}
