package org.cookieproof.check;

import com.google.auto.service.AutoService;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Initiator;
import org.cookieproof.evidence.Jar;
import org.cookieproof.evidence.ReceivedLine;
import org.cookieproof.evidence.Severity;
import org.cookieproof.evidence.StepRecord;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.cookie.Cookie;
import org.cookieproof.http.cookie.CookieContext;
import org.cookieproof.http.cookie.CookieDeviation;
import org.cookieproof.http.cookie.CookieHeader;

/**
 * The three witnesses side by side: what the wire says that the user agent holds (played by the model), what its jar
 * says, and what its next request carries. For each cookie that the next requests after a reading of the jar should or
 * do carry, the finding says which one stands alone. An error only where jar and request agree against the wire and an
 * undeclared deviation explains it; a jar may forget, and a driver may misread one. Where the jar is opaque, the other
 * two are compared by {@code sends-what-it-holds} and {@code no-dead-cookie-sent}.
 */
@AutoService(Check.class)
public final class WitnessesAgreeCheck implements Check {

    /** Engines keep expiry in whole seconds, and the reading of a jar takes its time. */
    private static final Duration ABOUT_TO_EXPIRE = Duration.ofSeconds(2);

    @Override
    public String id() {
        return "witnesses-agree";
    }

    @Override
    public String source() {
        return "RFC6265bis-5.8.3";
    }

    @Override
    public String title() {
        return "The wire, the jar and the next Cookie header tell the same";
    }

    @Override
    public Side side() {
        return Side.CLIENT;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Findings findings = new Findings(this, evidence);
        Map<Integer, Jar.Known> jars = new HashMap<>();
        for (StepRecord step : evidence.steps()) {
            if (step.jarAfter() instanceof Jar.Known known && known.complete()) {
                jars.put(step.index(), known);
            }
        }
        if (jars.isEmpty()) {
            return List.of();
        }
        ClientModel model = new ClientModel(evidence);
        Explanation explanation = new Explanation(evidence);
        Set<String> touched = new HashSet<>();
        int step = 0;
        for (Exchange exchange : evidence.recording().exchanges()) {
            if (exchange.sender() == Exchange.Sender.HARNESS) {
                continue;
            }
            int before = step;
            if (exchange.step() != step) {
                step = exchange.step();
                touched.clear();
            }
            Jar.Known jar = jars.get(step - 1);
            if (jar != null && !hasRestarted(evidence, before, step) && isOfItsOwn(exchange, model)) {
                new NextRequest(
                                exchange,
                                model,
                                explanation,
                                evidence.capabilities().contains("scripts"),
                                findings)
                        .compare(jar, touched);
            }
            ReceivedLine.of(exchange).forEach(line -> touched.add(line.name()));
        }
        return findings.list();
    }

    /** The replay ends a session with the first response after a restart; until then it knows no better. */
    private static boolean hasRestarted(Evidence evidence, int before, int step) {
        return evidence.restarts().stream().anyMatch(restart -> before < restart && restart <= step);
    }

    private static boolean isOfItsOwn(Exchange exchange, ClientModel model) {
        Initiator initiator = model.initiator(exchange);
        return !exchange.late()
                && initiator.relation() == Initiator.Relation.SAME_SITE
                && initiator.navigation()
                && model.isAlone(exchange);
    }

    /** A request whose user agent's jar was read before it, with nothing between that concerns the names compared. */
    private final class NextRequest {

        private final Exchange exchange;
        private final ClientModel model;
        private final Explanation explanation;
        private final boolean hasScripts;
        private final Findings findings;
        private final CookieContext context;

        NextRequest(
                Exchange exchange, ClientModel model, Explanation explanation, boolean hasScripts, Findings findings) {
            this.exchange = exchange;
            this.model = model;
            this.explanation = explanation;
            this.hasScripts = hasScripts;
            this.findings = findings;
            this.context = model.context(exchange);
        }

        void compare(Jar.Known jar, Set<String> touched) {
            Set<String> carried = CookieHeader.of(exchange.request().headers()).pairs().stream()
                    .map(CookieHeader.Pair::name)
                    .collect(Collectors.toSet());
            Map<String, List<Cookie>> wire = model.declared().toSend(context, exchange.startedAt()).stream()
                    .filter(c -> !touched.contains(c.name()))
                    .collect(Collectors.groupingBy(Cookie::name));
            Map<String, List<Jar.Held>> held = jar.cookies().stream()
                    .filter(h -> !touched.contains(h.name()))
                    .collect(Collectors.groupingBy(Jar.Held::name));
            wire.forEach((name, cookies) -> {
                if (!isShaky(name) && cookies.stream().noneMatch(this::isAboutToExpire)) {
                    boolean listed = held.getOrDefault(name, List.of()).stream()
                            .anyMatch(h -> cookies.stream().anyMatch(c -> isSame(h, c)));
                    ofTheWire(cookies.get(0), listed, carried.contains(name));
                }
            });
            carried.stream()
                    .filter(name -> !touched.contains(name) && !held.containsKey(name) && !isShaky(name))
                    // Where there are scripts, one has set it since; what the wire holds too was told above.
                    .filter(name -> !hasScripts)
                    .filter(name -> !wire.containsKey(name))
                    .forEach(name -> tell(
                            Severity.WARNING,
                            name,
                            "the Cookie header disagrees with the jar",
                            name + " in the jar that was read before #" + exchange.number() + " carried it",
                            "the jar does not list it, and no response in force has set it"));
        }

        private void ofTheWire(Cookie cookie, boolean listed, boolean carried) {
            String name = cookie.name();
            if (listed && !carried) {
                tell(
                        Severity.WARNING,
                        name,
                        "the Cookie header disagrees with the wire and the jar",
                        name + " in #" + exchange.number() + ", as a response set it and the jar lists it",
                        "the request does not carry it");
            } else if (!listed && carried) {
                tell(
                        Severity.WARNING,
                        name,
                        "the jar disagrees with the wire and the Cookie header",
                        name + " in the jar, as a response set it and #" + exchange.number() + " carries it",
                        "the jar does not list it for " + cookie.domain() + cookie.path());
            } else if (!listed && !(hasScripts && !cookie.httpOnly())) { // a script may have deleted it
                Optional<CookieDeviation> deviation =
                        explanation.of(replay -> replay.toSend(context, exchange.startedAt()).stream()
                                .noneMatch(c -> c.key().equals(cookie.key())));
                tell(
                        deviation.isPresent() ? Severity.ERROR : Severity.WARNING,
                        name,
                        "the jar and the Cookie header disagree with the wire",
                        name + " for " + cookie.domain() + cookie.path() + ", which a response has set",
                        "neither the jar nor #" + exchange.number() + " has it" + Explanation.told(deviation));
            }
        }

        private boolean isShaky(String name) {
            return model.isDoubtful(name, exchange.url().host());
        }

        private boolean isAboutToExpire(Cookie cookie) {
            Instant soon = exchange.startedAt().plus(ABOUT_TO_EXPIRE);
            return cookie.isExpiredAt(soon);
        }

        private static boolean isSame(Jar.Held held, Cookie cookie) {
            return held.domain().equals(cookie.domain()) && held.path().equals(cookie.path());
        }

        private void tell(Severity severity, String cookie, String who, String expected, String observed) {
            findings.keep(
                    new Finding(
                            id(),
                            source(),
                            severity,
                            findings.subjects().site(exchange.url().host()) + " "
                                    + findings.subjects().cookie(cookie) + ": " + who,
                            expected,
                            observed + ": " + who,
                            OptionalInt.of(exchange.number()),
                            Optional.of(
                                    "Cookie: " + exchange.request().headers().combined("Cookie"))),
                    exchange.url().host(),
                    exchange.url().target(),
                    cookie);
        }
    }
}
