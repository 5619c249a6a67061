package org.cookieproof.check;

import com.google.auto.service.AutoService;
import java.util.List;
import org.cookieproof.evidence.CookieCategory;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Initiator;
import org.cookieproof.evidence.ModelReplay;
import org.cookieproof.evidence.Severity;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.cookie.Cookie;
import org.cookieproof.http.cookie.CookieContext;
import org.cookieproof.http.cookie.SameSite;

/**
 * A site asked from another site's page (auto-login, edge login, logout images) gets only SameSite=None cookies; the
 * central sign-in then finds nobody (T252236). A warning, since only the target knows which of its cookies these
 * requests need; told once for each cookie and site.
 */
@AutoService(Check.class)
public final class CrossSiteCookiesSayNoneCheck implements Check {

    @Override
    public String id() {
        return "cross-site-cookies-say-none";
    }

    @Override
    public String source() {
        return "T252236";
    }

    @Override
    public String title() {
        return "Sign-in cookies that cross-site requests need say SameSite=None";
    }

    @Override
    public Side side() {
        return Side.SERVER;
    }

    @Override
    public boolean onlyWarns() {
        return true;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Findings findings = new Findings(this, evidence);
        ModelReplay replay = ModelReplay.strict(evidence);
        evidence.recording().exchanges().stream()
                .filter(e -> e.sender() != Exchange.Sender.HARNESS)
                .forEach(e -> examine(e, replay, evidence, findings));
        return findings.list();
    }

    private static void examine(Exchange exchange, ModelReplay replay, Evidence evidence, Findings findings) {
        Initiator initiator = Initiator.of(exchange.request(), evidence.publicSuffixes());
        if (initiator.relation() != Initiator.Relation.CROSS_SITE || initiator.navigation()) {
            return;
        }
        CookieContext context = initiator.context(exchange.request());
        CookieContext ifSameSite = new CookieContext(exchange.url(), false, true, true);
        for (Cookie cookie : replay.toSend(ifSameSite, exchange.startedAt())) {
            boolean signsIn = evidence.dictionary().is(CookieCategory.CENTRAL, cookie.name())
                    && evidence.dictionary().is(CookieCategory.SESSION_BEARING, cookie.name());
            if (signsIn
                    && cookie.sameSite() != SameSite.NONE
                    && replay.whyNotSent(cookie, context, exchange.startedAt()).isPresent()) {
                findings.addAtSite(
                        Severity.WARNING,
                        Place.of(exchange).cookie(cookie.name()),
                        "SameSite=None; Secure on " + cookie.key() + ", which a page of another site asks with",
                        "it was set "
                                + (cookie.sameSite() == SameSite.UNSPECIFIED
                                        ? "without SameSite"
                                        : "with SameSite=" + cookie.sameSite())
                                + ": browsers do not send it with #" + exchange.number()
                                + ", a subresource of another site");
            }
        }
    }
}
