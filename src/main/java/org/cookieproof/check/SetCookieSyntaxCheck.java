package org.cookieproof.check;

import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.ReceivedLine;
import org.cookieproof.http.cookie.SetCookieSyntax;

/**
 * What the grammar for servers forbids, some client or proxy mangles: raw UTF-8, commas, control octets. What all read
 * alike nevertheless (a leading dot, white space) is a warning, told once for each site.
 */
@AutoService(Check.class)
public final class SetCookieSyntaxCheck implements Check {

    private static final Pattern EXPIRY = Pattern.compile("(?is)\\s*(expires.*|max-age=0)\\s*");

    @Override
    public String id() {
        return "set-cookie-syntax";
    }

    @Override
    public String source() {
        return "RFC6265bis-4.1.1";
    }

    @Override
    public String title() {
        return "Set-Cookie follows the grammar for servers";
    }

    @Override
    public Side side() {
        return Side.SERVER;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Findings findings = new Findings(this, evidence);
        ReceivedLine.of(evidence.recording())
                .forEach(line -> SetCookieSyntax.violations(
                                withoutExpiry(line.field().value()))
                        .forEach(violation -> tell(line, violation, findings)));
        return findings.list();
    }

    /** Without what other checks ask for: dates have one of their own, and one wants Max-Age=0 in deletions. */
    private static String withoutExpiry(String fieldValue) {
        String[] parts = fieldValue.split(";", -1);
        return parts[0]
                + Arrays.stream(parts)
                        .skip(1)
                        .filter(part -> !EXPIRY.matcher(part).matches())
                        .map(part -> ";" + part)
                        .collect(Collectors.joining());
    }

    /** What all clients read alike, though no server should write it so, is no finding. */
    private static void tell(ReceivedLine line, SetCookieSyntax.Violation violation, Findings findings) {
        if (!violation.harmless()) {
            findings.error(
                    Place.of(line), "a line as " + violation.section() + " lets servers send it", violation.message());
        }
    }
}
