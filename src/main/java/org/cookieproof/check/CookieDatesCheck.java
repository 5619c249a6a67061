package org.cookieproof.check;

import com.google.auto.service.AutoService;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.ReceivedLine;
import org.cookieproof.http.cookie.CookieDate;
import org.cookieproof.http.cookie.SetCookieLine;

/**
 * Every other form than an IMF-fixdate under its right weekday is read differently by some client: the JDK takes a
 * wrong weekday for "expired", Python takes asctime for "never". Dashes with four digits of year, as PHP sent them
 * until 7.x, are read by all that were tried.
 */
@AutoService(Check.class)
public final class CookieDatesCheck implements Check {

    private static final Pattern DASHED = Pattern.compile("([A-Z][a-z]{2}, [0-9]{2})-([A-Z][a-z]{2})-([0-9]{4} .*)");

    @Override
    public String id() {
        return "cookie-dates";
    }

    @Override
    public String source() {
        return "RFC6265bis-4.1.1";
    }

    @Override
    public String title() {
        return "Every Expires is a date that all clients read alike";
    }

    @Override
    public Side side() {
        return Side.SERVER;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Findings findings = new Findings(this, evidence);
        ReceivedLine.of(evidence.recording())
                .forEach(line -> line.line().stream()
                        .flatMap(l -> l.attributes().stream())
                        .filter(a -> a.named("Expires"))
                        .map(SetCookieLine.Attribute::value)
                        .forEach(date -> examine(line, date, findings)));
        return findings.list();
    }

    private static void examine(ReceivedLine line, String date, Findings findings) {
        String expected = "an IMF-fixdate with its right weekday, such as 'Thu, 01 Jan 1970 00:00:01 GMT'";
        String undashed = DASHED.matcher(date).replaceFirst("$1 $2 $3");
        if (!CookieDate.isImfFixdate(undashed)) {
            findings.error(
                    Place.of(line),
                    expected,
                    line.name() + " has Expires=" + date
                            + CookieDate.parse(date)
                                    .map(read -> ", which browsers read as " + read)
                                    .orElse(", which browsers cannot read: a session cookie")
                            + failing(date));
        } else if (!undashed.equals(date)) {
            findings.warning(
                    Place.of(line).aspect("dashes"), expected, line.name() + " has Expires=" + date + ", with dashes");
        } else if (year(date) < 1970 || year(date) > 2999) {
            findings.error(
                    Place.of(line).aspect("year"), "a year from 1970 to 2999", line.name() + " has Expires=" + date);
        }
    }

    private static String failing(String date) {
        List<String> clients = DateReader.failingOn(date);
        return clients.isEmpty() ? "" : "; " + String.join(", ", clients) + " do not read it so";
    }

    private static int year(String date) {
        return CookieDate.parse(date)
                .map(instant -> instant.atOffset(ZoneOffset.UTC).getYear())
                .orElse(0);
    }
}
