package org.cookieproof.check;

import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.ModelReplay;
import org.cookieproof.evidence.ReceivedLine;
import org.cookieproof.evidence.Severity;
import org.cookieproof.http.Exchange;
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

    /** Octets of the whole field; Apache's LimitRequestFieldSize and nginx's large_client_header_buffers are 8 KB. */
    private static final int COOKIE_FIELD_WARNING = 8190;

    /** Node.js' --max-http-header-size. */
    private static final int COOKIE_FIELD = 16384;

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
        evidence.recording().exchanges().stream()
                .filter(e -> e.sender() != Exchange.Sender.HARNESS)
                .forEach(e -> headerSize(e, findings));
        numbers(evidence, findings);
        return findings.list();
    }

    /** What the server set comes back to it in one line, which it or a proxy before it then refuses. */
    private static void headerSize(Exchange exchange, Findings findings) {
        int octets = exchange.request().headers().values("Cookie").stream()
                .mapToInt(value -> "Cookie: ".length() + value.length())
                .sum();
        if (octets > COOKIE_FIELD_WARNING) {
            findings.addAtSite(
                    octets > COOKIE_FIELD ? Severity.ERROR : Severity.WARNING,
                    // Not the page: the same cookies go to every page of the site.
                    Place.of(exchange).aspect("size of the Cookie field"),
                    "cookies that fit a request line of " + COOKIE_FIELD_WARNING + " octets together",
                    "the Cookie field has " + octets + " octets: servers answer 400 or 431 from 8 KB (Apache, nginx) or"
                            + " 16 KB (Node.js) on");
        }
    }

    private static void numbers(Evidence evidence, Findings findings) {
        for (ModelReplay.Moment moment : ModelReplay.strict(evidence).moments()) {
            if (moment.outcomes().isEmpty() || moment.cookies().size() <= PER_DOMAIN) {
                continue;
            }
            Map<String, Long> byDomain =
                    moment.cookies().stream().collect(Collectors.groupingBy(Cookie::domain, Collectors.counting()));
            Map<String, Long> bySite = byDomain.entrySet().stream()
                    .collect(Collectors.groupingBy(
                            e -> evidence.publicSuffixes().registrableDomain(e.getKey()),
                            Collectors.summingLong(Map.Entry::getValue)));
            tell(moment, "domain", byDomain, PER_DOMAIN, findings);
            tell(moment, "site", bySite, PER_SITE, findings);
        }
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

    private static void tell(
            ModelReplay.Moment moment, String what, Map<String, Long> counts, int limit, Findings findings) {
        counts.entrySet().stream()
                .filter(e -> e.getValue() > limit)
                .forEach(e -> findings.error(
                        Place.of(moment.exchange()).aspect("number of cookies for one " + what),
                        "at most " + limit + " cookies for one " + what,
                        "a user agent now holds " + e.getValue() + " for " + e.getKey()
                                + ": browsers begin to drop others"));
    }
}
