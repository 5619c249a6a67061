package org.cookieproof.check;

import com.google.auto.service.AutoService;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Initiator;
import org.cookieproof.evidence.ModelReplay;
import org.cookieproof.evidence.Severity;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.cookie.Cookie;
import org.cookieproof.http.cookie.CookieHeader;

/**
 * A host-only and a Domain cookie of one name, or two of different paths, come back in one Cookie field, and nothing
 * there tells which is which: PHP takes the first, others the last, and the stale one wins (T124453, the apex site
 * above another). Only what the server itself set twice by RFC 6265bis; for cookies that decide nothing, a warning.
 */
@AutoService(Check.class)
public final class OneScopeForANameCheck implements Check {

    @Override
    public String id() {
        return "one-scope-for-a-name";
    }

    @Override
    public String source() {
        return "T124453";
    }

    @Override
    public String title() {
        return "No request carries two cookies of one name, set for two scopes";
    }

    @Override
    public Side side() {
        return Side.SERVER;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Findings findings = new Findings(this, evidence);
        examine(evidence, findings);
        return findings.list();
    }

    private static void examine(Evidence evidence, Findings findings) {
        Credentials credentials = new Credentials(evidence.dictionary());
        ModelReplay replay = ModelReplay.strict(evidence);
        for (Exchange exchange : evidence.recording().exchanges()) {
            Set<String> twice = exchange.sender() == Exchange.Sender.HARNESS ? Set.of() : twice(exchange);
            if (twice.isEmpty()) {
                continue;
            }
            var context =
                    Initiator.of(exchange.request(), evidence.publicSuffixes()).context(exchange.request());
            Map<String, List<Cookie>> scopes = replay.toSend(context, exchange.startedAt()).stream()
                    .filter(cookie -> twice.contains(cookie.name()))
                    .collect(Collectors.groupingBy(Cookie::name));
            scopes.forEach((name, cookies) -> {
                if (cookies.size() > 1) {
                    boolean decides = credentials.contains(name) || credentials.tellsUser(name);
                    findings.addAtSite(
                            decides ? Severity.ERROR : Severity.WARNING,
                            Place.of(exchange).cookie(name).requestHeader("Cookie"),
                            "one " + name + " for each host: a new scope only after the deletion of the old one",
                            "the request carries " + cookies.size() + ", set as "
                                    + cookies.stream()
                                            .map(c -> c.key().toString())
                                            .collect(Collectors.joining(" and ")));
                }
            });
        }
    }

    private static Set<String> twice(Exchange exchange) {
        Set<String> once = new HashSet<>();
        return CookieHeader.of(exchange.request().headers()).pairs().stream()
                .map(CookieHeader.Pair::name)
                .filter(name -> !once.add(name))
                .collect(Collectors.toSet());
    }
}
