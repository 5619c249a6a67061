package org.cookieproof.check;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import org.cookieproof.evidence.CookieCategory;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Role;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.cookie.CookieHeader;

/**
 * The canary is no site of the target: an app that compared domains by their ending handed its tokens to any host
 * (app 45e0e16567, fixed 243ff13062). No declared deviation excuses it.
 */
@AutoService(Check.class)
public final class ForeignGetsNoCredentialCheck implements Check {

    private static final Set<CookieCategory> SECRET =
            Set.of(CookieCategory.SESSION_BEARING, CookieCategory.REMEMBER, CookieCategory.CENTRAL);

    @Override
    public String id() {
        return "foreign-gets-no-credential";
    }

    @Override
    public String source() {
        return "RFC6265bis-5.8.3";
    }

    @Override
    public String title() {
        return "A host outside the target never receives a credential";
    }

    @Override
    public Side side() {
        return Side.CLIENT;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Findings findings = new Findings(this, evidence);
        Credentials credentials = new Credentials(evidence.dictionary());
        evidence.recording().exchanges().stream()
                .filter(e -> isForeign(e, evidence))
                .forEach(e -> CookieHeader.of(e.request().headers()).pairs().stream()
                        .filter(pair -> credentials.isAny(pair.name(), SECRET))
                        .forEach(pair -> tell(e, pair.name(), findings)));
        return findings.list();
    }

    private static boolean isForeign(Exchange exchange, Evidence evidence) {
        return exchange.sender() != Exchange.Sender.HARNESS
                && evidence.sites()
                        .role(exchange.url().host())
                        .filter(r -> r == Role.FOREIGN)
                        .isPresent();
    }

    private static void tell(Exchange exchange, String cookie, Findings findings) {
        findings.error(
                Place.of(exchange).cookie(cookie).requestHeader("Cookie"),
                "no session-bearing, remember or central cookie at a foreign host",
                "the user agent sent " + cookie + " to " + exchange.url().host());
    }
}
