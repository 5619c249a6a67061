package org.cookieproof.tap;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.Request;

/** The rules of one cell, and how often each has met what it is for. Safe for several threads. */
final class ActiveRules {

    private final List<Active> rules;

    ActiveRules(List<WireRule> rules) {
        this.rules = rules.stream().map(Active::new).toList();
    }

    /** What the rules make of one exchange, of which the request's head has come. */
    Treatment of(Request request, Exchange.Sender sender) {
        boolean byUserAgent = sender == Exchange.Sender.USER_AGENT;
        return new Treatment(
                request,
                rules.stream()
                        .filter(active -> active.rule.when().holds(request))
                        .map(active -> active.rule.when().asksResponse()
                                ? new Treatment.Chosen(active.rule, () -> active.isMeant(byUserAgent))
                                : chosen(active.rule, active.isMeant(byUserAgent)))
                        .toList());
    }

    private static Treatment.Chosen chosen(WireRule rule, boolean meant) {
        return new Treatment.Chosen(rule, () -> meant);
    }

    private static final class Active {
        private final WireRule rule;
        private final AtomicInteger met = new AtomicInteger();

        Active(WireRule rule) {
            this.rule = rule;
        }

        /** Counts; to be asked once for each exchange for which the conditions hold. */
        boolean isMeant(boolean byUserAgent) {
            When.Occurrence occurrence = rule.when().occurrence();
            return byUserAgent ? occurrence.includes(met.incrementAndGet()) : occurrence.equals(When.Occurrence.EVERY);
        }
    }
}
