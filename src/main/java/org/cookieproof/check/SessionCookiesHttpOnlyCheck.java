package org.cookieproof.check;

import com.google.auto.service.AutoService;
import java.util.List;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.ReceivedLine;
import org.cookieproof.http.cookie.SetCookieLine;

/** Without HttpOnly, any script in the page can read the session (RFC 6265bis §4.1.2.6). */
@AutoService(Check.class)
public final class SessionCookiesHttpOnlyCheck implements Check {

    @Override
    public String id() {
        return "session-cookies-http-only";
    }

    @Override
    public String source() {
        return "RFC6265bis-4.1.2.6";
    }

    @Override
    public String title() {
        return "Session-bearing cookies are HttpOnly";
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
                .filter(line -> credentials.contains(line.name()) && !line.deletes())
                .filter(line -> line.line().filter(SetCookieLine::httpOnly).isEmpty())
                .forEach(line -> findings.error(
                        Place.of(line),
                        "HttpOnly on every session-bearing cookie",
                        line.name() + " is set without HttpOnly, so every script on the page can read it"));
        return findings.list();
    }
}
