package org.cookieproof.check;

import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.ModelReplay;
import org.cookieproof.evidence.ReceivedLine;
import org.cookieproof.http.cookie.Cookie;

/**
 * Beyond these limits browsers drop a cookie or an attribute without a word, or evict other cookies (RFC 6265bis §5.6,
 * §6.1; Chromium keeps 180 for a registrable domain). Lengths are in octets.
 */
@AutoService(Check.class)
public final class BrowserLimitsCheck implements Check {

    private static final int NAME_AND_VALUE = 4096;
    private static final int ATTRIBUTE_VALUE = 1024;
    private static final int PER_DOMAIN = 50;
    private static final int PER_SITE = 180;

    @Override
    public String id() {
        return "browser-limits";
    }

    @Override
    public String source() {
        return "RFC6265bis-6.1";
    }

    @Override
    public String title() {
        return "Sizes and numbers of cookies stay within what every browser keeps";
    }

    @Override
    public Side side() {
        return Side.SERVER;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Findings findings = new Findings(this, evidence);
        ReceivedLine.of(evidence.recording()).forEach(line -> size(line, findings));
        for (ModelReplay.Moment moment : ModelReplay.strict(evidence).moments()) {
            if (moment.outcomes().isEmpty()) {
                continue;
            }
            count(moment, "domain", Cookie::domain, PER_DOMAIN, findings);
            count(moment, "site", c -> evidence.publicSuffixes().registrableDomain(c.domain()), PER_SITE, findings);
        }
        return findings.list();
    }

    private static void size(ReceivedLine line, Findings findings) {
        String[] parts = line.field().value().split(";", -1);
        String pair = parts[0].strip();
        int octets = pair.length() - (pair.indexOf('=') < 0 ? 0 : 1);
        if (octets > NAME_AND_VALUE) {
            findings.error(
                    Place.of(line).aspect("size"),
                    "name and value of at most " + NAME_AND_VALUE + " octets together",
                    line.name() + " has " + octets + " octets: browsers drop it silently");
        }
        Arrays.stream(parts)
                .skip(1)
                .map(String::strip)
                .filter(part -> part.length() - part.indexOf('=') - 1 > ATTRIBUTE_VALUE)
                .forEach(part -> findings.error(
                        Place.of(line).aspect("attribute size"),
                        "attribute values of at most " + ATTRIBUTE_VALUE + " octets",
                        "an attribute of " + line.name() + " has " + (part.length() - part.indexOf('=') - 1)
                                + " octets: browsers ignore the attribute"));
    }

    private static void count(
            ModelReplay.Moment moment, String what, Function<Cookie, String> by, int limit, Findings findings) {
        Map<String, Long> counts = moment.cookies().stream().collect(Collectors.groupingBy(by, Collectors.counting()));
        counts.entrySet().stream()
                .filter(e -> e.getValue() > limit)
                .forEach(e -> findings.error(
                        Place.of(moment.exchange()).aspect("number of cookies for one " + what),
                        "at most " + limit + " cookies for one " + what,
                        "a user agent now holds " + e.getValue() + " for " + e.getKey()
                                + ": browsers begin to drop others"));
    }
}
