package org.cookieproof.check;

import com.google.auto.service.AutoService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Severity;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.Url;

/**
 * Where one URL answers differently with a session cookie than without one, the answer that a shared cache may reuse
 * has to say so in Vary: else the cache gives the anonymous page to users, or worse (T125283). Bodies alone also differ
 * when a page was edited meanwhile, so that is a warning unless one of them names the user.
 */
@AutoService(Check.class)
public final class VaryNamesCookieCheck implements Check {

    @Override
    public String id() {
        return "vary-names-cookie";
    }

    @Override
    public String source() {
        return "T125283";
    }

    @Override
    public String title() {
        return "Vary names Cookie where the answer depends on it and may be reused";
    }

    @Override
    public Side side() {
        return Side.SERVER;
    }

    @Override
    public boolean comparesUserAgents() {
        return true;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Findings findings = new Findings(this, evidence);
        Personal personal = new Personal(evidence);
        Map<Url, List<Exchange>> pages = evidence.recording().exchanges().stream()
                .filter(e -> e.request().method().equals("GET") && e.response() != null)
                .collect(Collectors.groupingBy(Exchange::url, LinkedHashMap::new, Collectors.toList()));
        for (List<Exchange> page : pages.values()) {
            for (Exchange exchange : page) {
                if (SharedCache.mayReuse(exchange) && !SharedCache.variesByCookie(exchange)) {
                    boolean session = personal.carriesSession(exchange);
                    List<Exchange> others = page.stream()
                            .filter(other -> personal.carriesSession(other) != session)
                            .toList();
                    compare(exchange, others, personal, findings);
                }
            }
        }
        return findings.list();
    }

    private static void compare(Exchange reusable, List<Exchange> others, Personal personal, Findings findings) {
        for (Exchange other : others) {
            String difference = Answers.difference(reusable, other);
            if (difference.isEmpty()) {
                continue;
            }
            findings.add(
                    Answers.mayBeAnEdit(difference, reusable, other, personal) ? Severity.WARNING : Severity.ERROR,
                    Place.of(reusable).responseHeader("Vary"),
                    "Vary: Cookie, since the answer depends on the session",
                    "a shared cache may reuse #" + reusable.number() + " for everybody, yet with"
                            + (personal.carriesSession(reusable) ? "out" : "") + " a session cookie #"
                            + other.number() + " differs in " + difference);
            return;
        }
    }
}
