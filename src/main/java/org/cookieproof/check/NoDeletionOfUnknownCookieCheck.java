package org.cookieproof.check;

import com.google.auto.service.AutoService;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.ReceivedLine;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.cookie.CookieHeader;

/**
 * Clients without a notion of expiry take {@code UserID=deleted} for a cookie that is set and send it back, so a
 * deletion goes out only where there is something to delete (T124252, core's WebResponse since 2016).
 */
@AutoService(Check.class)
public final class NoDeletionOfUnknownCookieCheck implements Check {

    @Override
    public String id() {
        return "no-deletion-of-unknown-cookie";
    }

    @Override
    public String source() {
        return "T124252";
    }

    @Override
    public String title() {
        return "A deletion is sent only for a cookie of the request or of the same response";
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
        Set<String> known = new HashSet<>();
        CookieHeader.of(exchange.request().headers()).pairs().forEach(pair -> known.add(pair.name()));
        for (ReceivedLine line : ReceivedLine.of(exchange)) {
            if (!line.deletes()) {
                known.add(line.name());
            } else if (!known.contains(line.name())) {
                findings.error(
                        Place.of(line),
                        "deletions only of cookies that the request carried or that this response set before",
                        line.name() + " is deleted although the request did not carry it");
            }
        }
    }
}
