package org.cookieproof.check;

import com.google.auto.service.AutoService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.ReceivedLine;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.cookie.CookieMatching;
import org.cookieproof.http.cookie.SetCookieLine;

/**
 * Two lines for one cookie in one response make its state depend on the order, which proxies and some clients do not
 * keep; core and an extension that set and deleted in turn were the case (T124421).
 */
@AutoService(Check.class)
public final class OneFinalStateCheck implements Check {

    @Override
    public String id() {
        return "one-final-state";
    }

    @Override
    public String source() {
        return "T124421";
    }

    @Override
    public String title() {
        return "A response says once what becomes of a cookie (name, domain and path)";
    }

    @Override
    public Side side() {
        return Side.SERVER;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Findings findings = new Findings(this, evidence);
        evidence.recording().exchanges().forEach(exchange -> examine(exchange, findings));
        return findings.list();
    }

    private static void examine(Exchange exchange, Findings findings) {
        Map<Scope, ReceivedLine> first = new LinkedHashMap<>();
        for (ReceivedLine line : ReceivedLine.of(exchange)) {
            ReceivedLine before = line.line()
                    .map(l -> Scope.of(l, exchange))
                    .map(scope -> first.putIfAbsent(scope, line))
                    .orElse(null);
            if (before == null) {
                continue;
            }
            if (before.field().value().equals(line.field().value())) {
                findings.warning(
                        Place.of(line).aspect("repeated"),
                        "each Set-Cookie line once",
                        line.name() + " is sent twice in the same words");
            } else {
                findings.error(
                        Place.of(line),
                        "one Set-Cookie line for each name, domain and path in a response",
                        line.name() + " was already " + (before.deletes() ? "deleted" : "set")
                                + " in this response and is now " + (line.deletes() ? "deleted" : "set")
                                + ": '" + before.field() + "' came before");
            }
        }
    }

    private record Scope(String name, Optional<String> domain, String path) {
        static Scope of(SetCookieLine line, Exchange exchange) {
            String path = line.path()
                    .orElseGet(() -> CookieMatching.defaultPath(exchange.url().path()));
            return new Scope(line.name(), line.domain(), path);
        }
    }
}
