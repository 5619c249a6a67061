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
 * A session id that the server never gave out is somebody's invention; setting it as a session is adopting it
 * (T363699, core's isIdSafe).
 */
@AutoService(Check.class)
public final class UnknownIdsNotAdoptedCheck implements Check {

    @Override
    public String id() {
        return "unknown-ids-not-adopted";
    }

    @Override
    public String source() {
        return "T363699";
    }

    @Override
    public String title() {
        return "A session id that the server did not give out is never set as one";
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
        Credentials credentials = new Credentials(evidence.dictionary());
        Set<CookieHeader.Pair> given = new HashSet<>();
        for (Exchange exchange : evidence.recording().exchanges()) {
            List<CookieHeader.Pair> carried =
                    CookieHeader.of(exchange.request().headers()).pairs();
            for (ReceivedLine line : ReceivedLine.of(exchange)) {
                if (line.line().isEmpty() || line.deletes() || !credentials.isSessionBearing(line.name())) {
                    continue;
                }
                CookieHeader.Pair set =
                        new CookieHeader.Pair(line.name(), line.line().get().value());
                if (!set.value().isEmpty() && carried.contains(set) && !given.contains(set)) {
                    findings.error(
                            Place.of(line),
                            "a new id in place of one that the server never gave out",
                            "the request brought a " + line.name()
                                    + " that no response had set before, and the server set the very same value");
                }
                given.add(set);
            }
        }
        return findings.list();
    }
}
