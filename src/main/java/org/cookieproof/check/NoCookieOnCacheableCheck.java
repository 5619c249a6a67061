package org.cookieproof.check;

import com.google.auto.service.AutoService;
import java.util.List;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.ReceivedLine;

/** A stored Set-Cookie is given to everybody who asks next: users became other users (T125283). */
@AutoService(Check.class)
public final class NoCookieOnCacheableCheck implements Check {

    @Override
    public String id() {
        return "no-cookie-on-cacheable";
    }

    @Override
    public String source() {
        return "T125283";
    }

    @Override
    public String title() {
        return "No response that a shared cache may reuse sets cookies";
    }

    @Override
    public Side side() {
        return Side.SERVER;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Findings findings = new Findings(this, evidence);
        evidence.recording().exchanges().stream()
                .filter(exchange -> SharedCache.mayReuseWith("Set-Cookie", exchange))
                .flatMap(exchange -> ReceivedLine.of(exchange).stream())
                .forEach(line -> findings.error(
                        Place.of(line),
                        "private, no-store or s-maxage=0 on every response that sets a cookie",
                        line.name() + " is set by a response that a shared cache may give to anybody (Cache-Control: "
                                + line.exchange()
                                        .answer()
                                        .map(r -> r.headers().combined("Cache-Control"))
                                        .filter(value -> !value.isEmpty())
                                        .orElse("none, so caches guess")
                                + ")"));
        return findings.list();
    }
}
