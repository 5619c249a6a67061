package org.cookieproof.check;

import com.google.auto.service.AutoService;
import java.util.List;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.ReceivedLine;
import org.cookieproof.http.cookie.SetCookieLine;

/**
 * A Secure cookie that comes over plain http is refused by browsers, and kept but never sent back by older clients:
 * whoever asked over http logs in again and again (T124252). A redirect is let through, as it leads to https.
 */
@AutoService(Check.class)
public final class NoSecureOverHttpCheck implements Check {

    @Override
    public String id() {
        return "no-secure-over-http";
    }

    @Override
    public String source() {
        return "T124252";
    }

    @Override
    public String title() {
        return "No 2xx response over plain http sets a Secure cookie";
    }

    @Override
    public Side side() {
        return Side.SERVER;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Findings findings = new Findings(this, evidence);
        ReceivedLine.of(evidence.recording())
                .filter(line -> !line.exchange().url().isSecure())
                .filter(line ->
                        line.exchange().answer().map(r -> r.status() / 100).orElse(0) == 2)
                .filter(line -> line.line().filter(SetCookieLine::secure).isPresent())
                .forEach(line -> findings.error(
                        Place.of(line),
                        "cookies without Secure, since the request came over http",
                        line.name() + " is Secure: no user agent sends it back over http, and browsers refuse it"));
        return findings.list();
    }
}
