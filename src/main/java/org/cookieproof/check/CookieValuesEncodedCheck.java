package org.cookieproof.check;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.regex.Pattern;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.ReceivedLine;
import org.cookieproof.http.cookie.SetCookieLine;

/**
 * Whatever is no plain ASCII goes percent-encoded, and so does the percent sign itself: servers decode what comes back
 * (PHP does so unasked), and {@code 100%} or {@code %zz} comes out as something else, or as an error. Octets that
 * clients mangle are the affair of {@code set-cookie-syntax}. A warning, since the value survives in the jar.
 */
@AutoService(Check.class)
public final class CookieValuesEncodedCheck implements Check {

    private static final Pattern STRAY_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    @Override
    public String id() {
        return "cookie-values-encoded";
    }

    @Override
    public String source() {
        return "RFC3986-2.4";
    }

    @Override
    public String title() {
        return "Cookie values are percent-encoded ASCII";
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
        ReceivedLine.of(evidence.recording())
                .filter(line -> line.line()
                        .map(SetCookieLine::value)
                        .filter(value -> STRAY_PERCENT.matcher(value).find())
                        .isPresent())
                .forEach(line -> findings.warning(
                        Place.of(line).aspect("percent sign"),
                        "%25 for a percent sign, and %XX for every octet that is no plain ASCII",
                        "the value of " + line.name()
                                + " has a percent sign that two hexadecimal digits do not follow"));
        return findings.list();
    }
}
