package org.cookieproof.check;

import com.google.auto.service.AutoService;
import java.util.List;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.ReceivedLine;
import org.cookieproof.http.cookie.SetCookieLine;

/** Without Secure, one plain-http request gives the session away to whoever listens (RFC 6265bis §8.3). */
@AutoService(Check.class)
public final class SessionCookiesSecureCheck implements Check {

    @Override
    public String id() {
        return "session-cookies-secure";
    }

    @Override
    public String source() {
        return "RFC6265bis-4.1.2.5";
    }

    @Override
    public String title() {
        return "Session-bearing cookies set over https are Secure";
    }

    @Override
    public Side side() {
        return Side.SERVER;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Findings findings = new Findings(this, evidence);
        Credentials credentials = new Credentials(evidence.dictionary());
        ReceivedLine.of(evidence.recording())
                .filter(line -> line.exchange().url().isSecure())
                .filter(line -> credentials.contains(line.name()) && !line.deletes())
                .filter(line -> line.line().filter(SetCookieLine::secure).isEmpty())
                .forEach(line -> findings.error(
                        Place.of(line),
                        "Secure on every session-bearing cookie that is set over https",
                        line.name() + " is set without Secure and would go out over http too"));
        return findings.list();
    }
}
