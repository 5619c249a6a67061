package org.cookieproof.check;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.cookieproof.http.cookie.CookieDate;

/**
 * Clients whose reading of Expires is narrower than the algorithm of RFC 6265bis §5.1.1: which spellings each was seen
 * to read (user-agents.md, "What HTTP clients do differently"; the regression {@code expires-date-variety}). The JDK
 * and OkHttp are also measured by the test of this table, as they are on its class path.
 */
enum DateReader {
    /** {@code java.net.HttpCookie}: "a wrong weekday or odd zone in Expires expires the cookie at once". */
    JDK("java.net (JDK)", Spelling.NAMED_DAY + ", [0-9]{1,2}[ -]" + Spelling.MONTH + "[ -]([0-9]{2}){1,2} TIME GMT") {
        @Override
        boolean reads(String date) {
            return super.reads(date) && hasRightWeekday(date);
        }
    },
    /** http.cookiejar, and so requests: "2-digit years and asctime do not delete". */
    PYTHON(
            "Python http.cookiejar",
            "(?i)(" + Spelling.NAMED_DAY + ",? )?[0-9]{1,2}[ -]" + Spelling.MONTH
                    + "[ -][0-9]{4}[ :]TIME( (GMT|UTC|UT|Z|[+-][0-9]{4}))?"),
    /** net/http/cookiejar: "only RFC 1123 and dashed 4-digit dates delete". */
    GO("Go net/http", "(?i)" + Spelling.NAMED_DAY + ", [0-9]{2}([ -])" + Spelling.MONTH + "\\1[0-9]{4} TIME [A-Z]{3}"),
    /** "lower-case or UTC dates do not delete". */
    WGET("wget", Spelling.NAMED_DAY + ", [0-9]{1,2}[ -]" + Spelling.MONTH + "[ -]([0-9]{2}){1,2} TIME GMT"),
    /** HttpClient 5 strict: "drops cookies with 2-digit years, asctime or no zone, so the old value survives". */
    APACHE_STRICT(
            "Apache HttpClient 5 (strict)",
            Spelling.NAMED_DAY + ", [0-9]{1,2}[ -]" + Spelling.MONTH + "[ -][0-9]{4} TIME (GMT|UTC|[+-][0-9]{4})");

    private final String client;
    private final Pattern read;

    /** Parts of the patterns; an enum's own constants cannot be used by its values. */
    private static final class Spelling {
        private static final String NAMED_DAY = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
        private static final String MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";
    }

    DateReader(String client, String read) {
        this.client = client;
        this.read = Pattern.compile(read.replace("TIME", "[0-9]{2}:[0-9]{2}:[0-9]{2}"));
    }

    boolean reads(String date) {
        return read.matcher(date).matches();
    }

    /** By which name a person knows the client. */
    String client() {
        return client;
    }

    /** The clients that read this date otherwise than browsers do, or not at all. */
    static List<String> failingOn(String date) {
        return Arrays.stream(values())
                .filter(reader -> !reader.reads(date))
                .map(DateReader::client)
                .toList();
    }

    private static boolean hasRightWeekday(String date) {
        return CookieDate.parse(date)
                .map(at -> at.atOffset(ZoneOffset.UTC).getDayOfWeek().name())
                .filter(day -> day.regionMatches(true, 0, date, 0, 3))
                .isPresent();
    }
}
