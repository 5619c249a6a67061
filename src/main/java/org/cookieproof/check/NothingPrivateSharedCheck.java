package org.cookieproof.check;

import com.google.auto.service.AutoService;
import java.util.List;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.Finding;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.cache.CacheControl;

/**
 * What was made for one user must not be kept for others (T125283). An answer to a session counts as private unless it
 * says {@code public} or is of a static kind; if it names the user, neither excuses it. Telling users apart by
 * {@code Vary: Cookie} is enough.
 */
@AutoService(Check.class)
public final class NothingPrivateSharedCheck implements Check {

    @Override
    public String id() {
        return "nothing-private-shared";
    }

    @Override
    public String source() {
        return "T125283";
    }

    @Override
    public String title() {
        return "No shared cache may keep what was made for one user";
    }

    @Override
    public Side side() {
        return Side.SERVER;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Findings findings = new Findings(this, evidence);
        Personal personal = new Personal(evidence);
        evidence.recording().exchanges().stream()
                .filter(personal::isAskedBySomebody)
                .filter(SharedCache::mayReuse)
                .filter(exchange -> !SharedCache.variesByCookie(exchange))
                .forEach(exchange -> examine(exchange, personal, findings));
        return findings.list();
    }

    private static void examine(Exchange exchange, Personal personal, Findings findings) {
        boolean showsUser = personal.showsUser(exchange);
        if (showsUser || !(saysPublic(exchange) || Personal.isStatic(exchange))) {
            findings.error(
                    Place.of(exchange).responseHeader("Cache-Control"),
                    "private, no-store or Vary: Cookie on an answer to somebody who is signed in or has a session",
                    "a shared cache may give this answer, which "
                            + (showsUser ? "names the user" : "was asked for with a session cookie")
                            + ", to anybody");
        }
    }

    private static boolean saysPublic(Exchange exchange) {
        return exchange.answer()
                .filter(r -> CacheControl.of(r.headers()).isPublic())
                .isPresent();
    }
}
