package org.cookieproof.check;

import com.google.auto.service.AutoService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.Finding;
import org.cookieproof.http.Exchange;

/**
 * A redirect that leads back to a request already made with the same cookies goes on for ever (T326281). Cookies that
 * change at each turn hide such a loop, so a URL reached {@value #TURNS} times counts as one too, since some clients
 * give up after five redirects.
 */
@AutoService(Check.class)
public final class NoRedirectLoopCheck implements Check {

    /** Chromium, Firefox and curl's users give up after 20 redirects. */
    private static final int LONGEST = 20;

    private static final int TURNS = 4;

    @Override
    public String id() {
        return "no-redirect-loop";
    }

    @Override
    public String source() {
        return "T326281";
    }

    @Override
    public String title() {
        return "Redirects end";
    }

    @Override
    public Side side() {
        return Side.SERVER;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Findings findings = new Findings(this, evidence);
        RedirectChains.in(evidence.recording()).forEach(chain -> examine(chain, findings));
        return findings.list();
    }

    private static void examine(List<Exchange> chain, Findings findings) {
        Map<String, Integer> reached = new HashMap<>();
        Map<String, Exchange> asked = new HashMap<>();
        for (Exchange exchange : chain) {
            String request = exchange.request().method() + " " + exchange.url();
            String withCookies = request + "\n" + exchange.request().headers().values("Cookie");
            Exchange before = asked.putIfAbsent(withCookies, exchange);
            if (before != null) {
                loop(exchange, "the same request with the same cookies as #" + before.number(), chain, findings);
                return;
            }
            if (reached.merge(request, 1, Integer::sum) >= TURNS) {
                loop(exchange, "the same URL for the " + TURNS + "th time", chain, findings);
                return;
            }
        }
        long redirects =
                chain.stream().filter(e -> RedirectChains.target(e).isPresent()).count();
        if (redirects > LONGEST) {
            loop(chain.get(0), redirects + " redirects in a row", chain, findings);
        }
    }

    private static void loop(Exchange where, String what, List<Exchange> chain, Findings findings) {
        String way = chain.stream().map(Exchange::summary).limit(LONGEST + 2L).collect(Collectors.joining(", then "));
        findings.error(
                Place.of(where).responseHeader("Location"),
                "redirects that lead to an answer within " + LONGEST + " steps",
                what + ": " + way);
    }
}
