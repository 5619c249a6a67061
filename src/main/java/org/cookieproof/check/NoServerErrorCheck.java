package org.cookieproof.check;

import com.google.auto.service.AutoService;
import java.util.List;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.Finding;

/**
 * A session that cannot be loaded is no reason to answer 5xx: the request is then anonymous. While the scenario itself
 * has broken something of the target, a 5xx is what it asked for, and its own expectations judge it.
 */
@AutoService(Check.class)
public final class NoServerErrorCheck implements Check {

    @Override
    public String id() {
        return "no-server-error";
    }

    @Override
    public String source() {
        return "T124126";
    }

    @Override
    public String title() {
        return "No request is answered with a 5xx status";
    }

    @Override
    public Side side() {
        return Side.SERVER;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Findings findings = new Findings(this, evidence);
        evidence.recording().exchanges().stream()
                .filter(exchange -> !evidence.circumstances().faultySteps().contains(exchange.step()))
                .forEach(exchange -> exchange.answer()
                        .filter(r -> r.status() >= 500)
                        .ifPresent(r -> findings.error(
                                Place.of(exchange).aspect("status " + r.status()),
                                "an answer below 500, whatever the cookies of the request",
                                exchange.request().method() + " was answered with " + r.status() + " " + r.reason())));
        return findings.list();
    }
}
