package org.cookieproof.check;

import com.google.auto.service.AutoService;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Jar;
import org.cookieproof.evidence.ReceivedLine;
import org.cookieproof.evidence.Severity;
import org.cookieproof.evidence.StepRecord;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.Scheme;
import org.cookieproof.http.Url;
import org.cookieproof.http.cookie.Cookie;
import org.cookieproof.http.cookie.CookieContext;
import org.cookieproof.http.cookie.SameSite;
import org.cookieproof.http.cookie.SetCookieLine;
import org.jspecify.annotations.Nullable;

/**
 * The second witness: a jar that can be read holds no cookie that the model says is deleted, expired or refused, and
 * holds the others with their attributes. What an engine does not tell is not compared; an expiry only until the cap
 * of 400 days, which not every engine applies; SameSite only where the server said it, since defaults are told as
 * Lax, None or nothing.
 */
@AutoService(Check.class)
public final class JarMatchesModelCheck implements Check {

    private static final String ID = "jar-matches-model";
    private static final String SOURCE = "RFC6265bis-5.7";

    private static final Duration EXPIRY_TOLERANCE = Duration.ofSeconds(2);

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String source() {
        return SOURCE;
    }

    @Override
    public String title() {
        return "The jar holds nothing that should be gone, and the rest as it was set";
    }

    @Override
    public Side side() {
        return Side.CLIENT;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Findings findings = new Findings(this, evidence);
        List<StepRecord> readable = evidence.steps().stream()
                .filter(step -> step.jarAfter() instanceof Jar.Known known && known.complete())
                .toList();
        if (readable.isEmpty()) {
            return List.of();
        }
        ClientModel model = new ClientModel(evidence);
        CookieTrail trail = new CookieTrail(model.declared());
        for (StepRecord step : readable) {
            if (step.jarAfter() instanceof Jar.Known known) {
                new AfterStep(step, Span.after(step, evidence), model, trail, findings).examine(known);
            }
        }
        return findings.list();
    }

    /** When the jar may have been read: after the step's own exchanges, before those of the next step. */
    private record Span(Instant from, Instant to) {
        static Span after(StepRecord step, Evidence evidence) {
            Instant from = evidence.recording().exchanges().stream()
                    .filter(e -> e.step() <= step.index() && !e.late())
                    .filter(e -> e.sender() == Exchange.Sender.USER_AGENT)
                    .map(ReceivedLine::receivedAt)
                    .max(Instant::compareTo)
                    .orElse(Instant.EPOCH);
            // Probes and late exchanges of this step may lie before or after the reading.
            Instant to = Stream.concat(
                            Stream.of(from),
                            evidence.recording().exchanges().stream()
                                    .filter(e -> e.step() <= step.index())
                                    .map(ReceivedLine::receivedAt))
                    .max(Instant::compareTo)
                    .orElse(from);
            return new Span(from, to);
        }

        Instant clock() {
            return from.minus(EXPIRY_TOLERANCE);
        }
    }

    private record AfterStep(StepRecord step, Span span, ClientModel model, CookieTrail trail, Findings findings) {

        void examine(Jar.Known known) {
            Map<String, List<Cookie>> allowed = Stream.of(model.declared(), model.strict())
                    // The clock of the span's beginning: what has expired since may still be told.
                    .flatMap(replay -> replay.cookiesDuring(span.from(), span.to())
                            .flatMap(List::stream)
                            .filter(c -> !replay.isOver(c, span.clock())))
                    .distinct()
                    .collect(Collectors.groupingBy(Cookie::name));
            for (Jar.Held held : known.cookies()) {
                List<Cookie> twins = allowed.getOrDefault(held.name(), List.of()).stream()
                        .filter(c -> c.domain().equals(held.domain())
                                && c.path().equals(held.path())
                                && CookieTrail.sameValue(c.value(), held.value()))
                        .toList();
                if (twins.isEmpty()) {
                    unexpected(held);
                } else {
                    differences(held, twins);
                }
            }
        }

        private void unexpected(Jar.Held held) {
            if (!isHost(held.domain())
                    || !held.path().startsWith("/")
                    || model.isDoubtful(held.name(), held.domain())) {
                return;
            }
            CookieContext context = CookieContext.direct(Url.of(Scheme.HTTPS, held.domain(), held.path()));
            trail.why(held.name(), held.value(), context, span.to())
                    .filter(reason -> !reason.kind().equals("out of scope"))
                    .ifPresent(reason -> tell(
                            Severity.ERROR,
                            held,
                            "kept although " + reason.kind(),
                            "a jar without it: " + reason.sentence() + ", by the line of #" + reason.exchange()
                                    + " 'Set-Cookie: " + reason.line() + "'",
                            "the user agent still holds " + held.name() + " for " + held.domain() + held.path()));
        }

        private static boolean isHost(String domain) {
            return !domain.isEmpty() && domain.indexOf('/') < 0;
        }

        private void differences(Jar.Held held, List<Cookie> twins) {
            compare(held, "Secure", held.secure(), twins.stream().map(Cookie::secure));
            compare(held, "HttpOnly", held.httpOnly(), twins.stream().map(Cookie::httpOnly));
            compare(held, "host-only", held.hostOnly(), twins.stream().map(Cookie::hostOnly));
            compare(
                    held,
                    "SameSite",
                    held.sameSite() == SameSite.UNSPECIFIED ? null : held.sameSite(),
                    twins.stream().map(c -> c.sameSite() == SameSite.UNSPECIFIED ? held.sameSite() : c.sameSite()));
            Instant expiry = held.expiry();
            if (expiry != null && twins.stream().noneMatch(c -> mayLiveUntil(c, expiry))) {
                tell(
                        Severity.WARNING,
                        held,
                        "expiry",
                        "an expiry at "
                                + twins.get(0)
                                        .expiresAt()
                                        .map(Instant::toString)
                                        .orElse("the session's end") + " or before",
                        "the user agent keeps " + held.name() + " until " + expiry);
            }
        }

        private <T> void compare(Jar.Held held, String attribute, @Nullable T told, Stream<@Nullable T> expected) {
            List<@Nullable T> values = expected.toList();
            if (told != null && !values.contains(told)) {
                tell(
                        Severity.ERROR,
                        held,
                        attribute,
                        attribute + " of " + held.name() + " as it was set: " + values.get(0),
                        "the user agent's jar says " + told);
            }
        }

        private static boolean mayLiveUntil(Cookie cookie, Instant expiry) {
            Optional<Instant> told = cookie.expiresAt();
            return told.isPresent()
                    && (!expiry.isAfter(told.get().plus(EXPIRY_TOLERANCE)) || isCapped(cookie, told.get()));
        }

        private static boolean isCapped(Cookie cookie, Instant expiry) {
            return Duration.between(cookie.created(), expiry).compareTo(SetCookieLine.AGE_LIMIT.minus(EXPIRY_TOLERANCE))
                    >= 0;
        }

        private void tell(Severity severity, Jar.Held held, String aspect, String expected, String observed) {
            findings.keep(
                    new Finding(
                            ID,
                            SOURCE,
                            severity,
                            findings.subjects().site(held.domain()) + " "
                                    + findings.subjects().cookie(held.name()) + ": " + aspect,
                            expected,
                            observed + " (after step " + step.index() + ")",
                            OptionalInt.empty(),
                            Optional.empty()),
                    held.domain(),
                    held.path(),
                    held.name());
        }
    }
}
