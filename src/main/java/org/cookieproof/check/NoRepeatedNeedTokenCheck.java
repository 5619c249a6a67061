package org.cookieproof.check;

import com.google.auto.service.AutoService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.Finding;
import org.cookieproof.http.Endpoint;
import org.cookieproof.http.Exchange;

/**
 * A two-leg login answers {@code NeedToken} to the first leg only. A second one, to a leg that brought the token, says
 * that the session of the first was lost on the way: bots could not log in for hours (T124252).
 */
@AutoService(Check.class)
public final class NoRepeatedNeedTokenCheck implements Check {

    private static final Pattern NEED_TOKEN = Pattern.compile("\"result\"\\s*:\\s*\"NeedToken\"");
    private static final Pattern TOKEN = Pattern.compile("(?:^|[?&])lgtoken=[^&]");

    @Override
    public String id() {
        return "no-repeated-need-token";
    }

    @Override
    public String source() {
        return "T124252";
    }

    @Override
    public String title() {
        return "A two-leg login does not ask for the token twice";
    }

    @Override
    public Side side() {
        return Side.SERVER;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Findings findings = new Findings(this, evidence);
        Map<Leg, Exchange> firstLegs = new HashMap<>();
        for (Exchange exchange : evidence.recording().exchanges()) {
            if (!exchange.request().method().equals("POST")) {
                continue;
            }
            Leg leg = Leg.of(exchange);
            Exchange first = firstLegs.remove(leg);
            if (!needsToken(exchange)) {
                continue;
            }
            firstLegs.put(leg, exchange);
            if (first != null && bringsToken(exchange)) {
                findings.error(
                        Place.of(exchange),
                        "the outcome of the login, as the request brought the token of #" + first.number(),
                        "NeedToken again: the session of the first leg was not found");
            }
        }
        return findings.list();
    }

    private static boolean needsToken(Exchange exchange) {
        return exchange.answer()
                .filter(r -> NEED_TOKEN.matcher(r.body().text()).find())
                .isPresent();
    }

    private static boolean bringsToken(Exchange exchange) {
        return TOKEN.matcher(exchange.request().body().text()).find()
                || TOKEN.matcher(exchange.url().target()).find();
    }

    private record Leg(Exchange.Sender sender, Endpoint endpoint, String path) {
        static Leg of(Exchange exchange) {
            var url = exchange.url();
            return new Leg(exchange.sender(), new Endpoint(url.scheme(), url.host()), url.path());
        }
    }
}
