package org.cookieproof.check;

import com.google.auto.service.AutoService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.ModelReplay;
import org.cookieproof.evidence.Severity;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.cookie.Cookie;
import org.cookieproof.http.cookie.CookieHeader;

/**
 * A user agent sends only what it was given, for this host, and still has (RFC 6265bis §5.8.3), but for its declared
 * deviations. Judged by playing the whole recording to the model; where the wire leaves a doubt there is no finding,
 * nor for values that no response set, since scripts and the harness set cookies too. What only the declaration
 * forbids is a warning: the profile is better than its description.
 */
@AutoService(Check.class)
public final class NoDeadCookieSentCheck implements Check {

    @Override
    public String id() {
        return "no-dead-cookie-sent";
    }

    @Override
    public String source() {
        return "RFC6265bis-5.8.3";
    }

    @Override
    public String title() {
        return "No request carries an expired, deleted, refused or out-of-scope cookie";
    }

    @Override
    public Side side() {
        return Side.CLIENT;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Findings findings = new Findings(this, evidence);
        ClientModel model = new ClientModel(evidence);
        CookieTrail trail = new CookieTrail(model.declared());
        Explanation explanation = new Explanation(evidence);
        evidence.recording().exchanges().stream()
                .filter(e -> e.sender() != Exchange.Sender.HARNESS)
                .forEach(e -> examine(e, model, trail, explanation, findings));
        return findings.list();
    }

    private void examine(
            Exchange exchange, ClientModel model, CookieTrail trail, Explanation explanation, Findings findings) {
        List<CookieHeader.Pair> carried =
                CookieHeader.of(exchange.request().headers()).pairs();
        if (carried.isEmpty()) {
            return;
        }
        Set<String> names = carried.stream().map(CookieHeader.Pair::name).collect(Collectors.toSet());
        Set<CookieHeader.Pair> byDeclared = pairs(model.sendable(exchange, model.declared(), names));
        Set<CookieHeader.Pair> byRfc = pairs(model.sendable(exchange, model.strict(), names));
        Map<ModelReplay, Set<CookieHeader.Pair>> tried = new HashMap<>();
        String host = exchange.url().host();
        for (CookieHeader.Pair pair : carried) {
            CookieHeader.Pair plain = new CookieHeader.Pair(pair.name(), CookieTrail.unquoted(pair.value()));
            if (!byDeclared.contains(plain) && !model.isDoubtful(pair.name(), host)) {
                Severity severity = byRfc.contains(plain) ? Severity.WARNING : Severity.ERROR;
                trail.why(pair.name(), pair.value(), model.context(exchange), exchange.startedAt())
                        .ifPresent(reason -> tell(
                                severity,
                                exchange,
                                pair.name(),
                                reason,
                                severity == Severity.WARNING
                                        ? "declares a deviation from RFC 6265bis that it does not show"
                                        : "deviates from RFC 6265bis in a way that it does not declare"
                                                + Explanation.told(explanation.of(replay -> tried.computeIfAbsent(
                                                                replay, r -> pairs(model.sendable(exchange, r, names)))
                                                        .contains(plain))),
                                findings));
            }
        }
    }

    private static Set<CookieHeader.Pair> pairs(List<Cookie> cookies) {
        return cookies.stream()
                .map(c -> new CookieHeader.Pair(c.name(), CookieTrail.unquoted(c.value())))
                .collect(Collectors.toSet());
    }

    private void tell(
            Severity severity,
            Exchange exchange,
            String cookie,
            CookieTrail.Reason reason,
            String verdict,
            Findings findings) {
        boolean undeclared = severity == Severity.ERROR;
        findings.keep(
                new Finding(
                        id(),
                        source(),
                        severity,
                        // Not the page: a faulty jar shows everywhere, and is one fault.
                        findings.subjects().site(exchange.url().host()) + " "
                                + findings.subjects().cookie(cookie) + ": " + reason.kind()
                                + (undeclared ? "" : ", by declaration only"),
                        "a request without " + cookie + ": " + reason.sentence() + ", by the line of #"
                                + reason.exchange() + " 'Set-Cookie: " + reason.line() + "'",
                        "#" + exchange.number() + " to " + exchange.url().host() + " carries it: the profile "
                                + verdict,
                        OptionalInt.of(exchange.number()),
                        Optional.of("Cookie: " + exchange.request().headers().combined("Cookie"))),
                exchange.url().host(),
                exchange.url().target(),
                cookie);
    }
}
