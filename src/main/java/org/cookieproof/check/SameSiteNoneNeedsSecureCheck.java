package org.cookieproof.check;

import com.google.auto.service.AutoService;
import java.util.List;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.ReceivedLine;
import org.cookieproof.http.cookie.SameSite;

/** SameSite=None without Secure is refused (RFC 6265bis §5.7 step 19), deletions included. */
@AutoService(Check.class)
public final class SameSiteNoneNeedsSecureCheck implements Check {

    @Override
    public String id() {
        return "same-site-none-needs-secure";
    }

    @Override
    public String source() {
        return "RFC6265bis-4.1.2.7";
    }

    @Override
    public String title() {
        return "SameSite=None stands only beside Secure";
    }

    @Override
    public Side side() {
        return Side.SERVER;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Findings findings = new Findings(this, evidence);
        ReceivedLine.of(evidence.recording())
                .filter(line -> line.line()
                        .filter(l -> l.sameSite() == SameSite.NONE && !l.secure())
                        .isPresent())
                .forEach(line -> findings.error(
                        Place.of(line),
                        "Secure wherever SameSite=None is said",
                        line.name() + " says SameSite=None without Secure: browsers since 2020 ignore the whole line"));
        return findings.list();
    }
}
