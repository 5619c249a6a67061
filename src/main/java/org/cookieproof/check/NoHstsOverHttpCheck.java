package org.cookieproof.check;

import com.google.auto.service.AutoService;
import java.util.List;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Severity;

/**
 * Strict-Transport-Security over plain http is ignored by every user agent (RFC 6797 §8.1), and forbidden (§7.2): who
 * relies on it has the first request, and the cookies in it, in the clear.
 */
@AutoService(Check.class)
public final class NoHstsOverHttpCheck implements Check {

    @Override
    public String id() {
        return "no-hsts-over-http";
    }

    @Override
    public String source() {
        return "RFC6797-7.2";
    }

    @Override
    public String title() {
        return "Strict-Transport-Security is sent over https only";
    }

    @Override
    public Side side() {
        return Side.SERVER;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Findings findings = new Findings(this, evidence);
        evidence.recording().exchanges().stream()
                .filter(e -> !e.url().isSecure())
                .filter(e -> e.answer()
                        .filter(r -> r.headers().has("Strict-Transport-Security"))
                        .isPresent())
                .forEach(e -> findings.addAtSite(
                        Severity.ERROR,
                        Place.of(e).responseHeader("Strict-Transport-Security"),
                        "no Strict-Transport-Security over plain http, where user agents ignore it",
                        "the response to a plain-http request carries it"));
        return findings.list();
    }
}
