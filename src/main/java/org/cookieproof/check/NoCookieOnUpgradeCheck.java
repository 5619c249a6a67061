package org.cookieproof.check;

import com.google.auto.service.AutoService;
import java.util.List;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.ReceivedLine;
import org.cookieproof.evidence.Severity;
import org.cookieproof.http.Exchange;

/**
 * The redirect from http to https of one host is all that should go in the clear: what it sets, whoever listens reads
 * (RFC 6265bis §8.3). An error where that is a credential of somebody signed in; a warning otherwise, since MediaWiki
 * sets an anonymous session there, whose id changes at login (wire facts §9.2). Deletions are let through.
 */
@AutoService(Check.class)
public final class NoCookieOnUpgradeCheck implements Check {

    @Override
    public String id() {
        return "no-cookie-on-upgrade";
    }

    @Override
    public String source() {
        return "RFC6265bis-8.3";
    }

    @Override
    public String title() {
        return "The redirect from http to https sets no cookie";
    }

    @Override
    public Side side() {
        return Side.SERVER;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Findings findings = new Findings(this, evidence);
        Personal personal = new Personal(evidence);
        Credentials credentials = new Credentials(evidence.dictionary());
        evidence.recording().exchanges().stream()
                .filter(NoCookieOnUpgradeCheck::isUpgrade)
                .flatMap(e -> ReceivedLine.of(e).stream())
                .filter(line -> !line.deletes())
                .forEach(line -> findings.add(
                        credentials.contains(line.name()) && personal.isOfAUser(line.exchange())
                                ? Severity.ERROR
                                : Severity.WARNING,
                        Place.of(line),
                        "a redirect to https without Set-Cookie; https sets what is needed",
                        line.name() + " is set in the clear, on the way to https"));
        return findings.list();
    }

    private static boolean isUpgrade(Exchange exchange) {
        return !exchange.url().isSecure()
                && RedirectChains.target(exchange)
                        .filter(to ->
                                to.isSecure() && to.host().equals(exchange.url().host()))
                        .isPresent();
    }
}
