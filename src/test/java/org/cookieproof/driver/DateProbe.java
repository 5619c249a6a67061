package org.cookieproof.driver;

import static org.cookieproof.driver.ContractBench.cookies;
import static org.cookieproof.driver.ContractBench.first;
import static org.cookieproof.driver.ContractBench.html;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cookieproof.http.Url;
import org.cookieproof.http.cookie.CookieDeviation;

/** What a client makes of dates that RFC 6265bis §5.1.1 reads whatever their form. */
final class DateProbe {

    /** What became of a cookie whose date has this form. */
    enum Fate {
        READ,
        /** The date counted for nothing: a session cookie. */
        IGNORED,
        /** The line counted for nothing: the old cookie lives on. */
        DROPPED,
        /** The cookie went, also where the date lies in the future. */
        EXPIRED
    }

    /** One form of a date, past and future. */
    private record Form(CookieDeviation deviation, String past, String future) {}

    private static final Form USUAL =
            new Form(CookieDeviation.KEEPS_EXPIRED, "Thu, 01 Jan 2015 00:00:00 GMT", "Thu, 01 Jan 2037 00:00:00 GMT");

    private static final Form DASHED = new Form(
            CookieDeviation.MISREADS_DATES_WITHOUT_DASHES,
            "Thu, 01-Jan-2015 00:00:00 GMT",
            "Thu, 01-Jan-2037 00:00:00 GMT");

    private static final Pattern DAY = Pattern.compile("([0-9]{2}) ([A-Za-z]{3}) ([0-9]{4})");

    private static final List<Form> FORMS = List.of(
            new Form(
                    CookieDeviation.MISREADS_SHORT_YEARS, "Thu, 01-Jan-70 00:00:01 GMT", "Thu, 01-Jan-37 00:00:00 GMT"),
            new Form(CookieDeviation.MISREADS_ASCTIME, "Thu Jan  1 00:00:00 2015", "Thu Jan  1 00:00:00 2037"),
            new Form(
                    CookieDeviation.MISREADS_WRONG_WEEKDAYS,
                    "Mon, 01 Jan 2015 00:00:00 GMT",
                    "Mon, 01 Jan 2037 00:00:00 GMT"),
            new Form(
                    CookieDeviation.MISREADS_LOWER_CASE_DATES,
                    "thu, 01 jan 2015 00:00:00 gmt",
                    "thu, 01 jan 2037 00:00:00 gmt"),
            new Form(
                    CookieDeviation.MISREADS_OTHER_ZONES,
                    "Thu, 01 Jan 2015 00:00:00 UTC",
                    "Thu, 01 Jan 2037 00:00:00 UTC"));

    private final ContractBench bench;
    private final UserAgentSession session;
    private final Map<Form, Fate> seen = new HashMap<>();

    DateProbe(ContractBench bench, UserAgentSession session) {
        this.bench = bench;
        this.session = session;
    }

    /** Whether it reads a usual date with dashes in it, and not one as RFC 9110 wants it. */
    boolean readsDashesOnly() {
        return fate(USUAL) != Fate.READ && fate(DASHED) == Fate.READ;
    }

    /** Whether a date of the form that this deviation names has another fate than a usual one. */
    boolean misreads(CookieDeviation deviation) {
        boolean dashesOnly = readsDashesOnly();
        Fate usual = dashesOnly ? Fate.READ : fate(USUAL);
        return FORMS.stream()
                .filter(form -> form.deviation == deviation)
                .map(form -> dashesOnly ? dashed(form) : form)
                .anyMatch(form -> fate(form) != usual);
    }

    /** Whether any form of date has this fate, and one that it can read has not. */
    boolean any(Fate fate) {
        Fate usual = readsDashesOnly() ? Fate.READ : fate(USUAL);
        return usual != fate && Stream.concat(Stream.of(USUAL), FORMS.stream()).anyMatch(form -> fate(form) == fate);
    }

    private static Form dashed(Form form) {
        return new Form(form.deviation, dashed(form.past), dashed(form.future));
    }

    private static String dashed(String date) {
        return DAY.matcher(date).replaceFirst("$1-$2-$3");
    }

    private Fate fate(Form form) {
        return seen.computeIfAbsent(form, this::probe);
    }

    private Fate probe(Form form) {
        String path = "/" + form.deviation;
        String name = "a-" + form.deviation;
        set(path + "/set", name + "=old; Path=/");
        set(path + "/delete", name + "=new; Path=/; Expires=" + form.past);
        set(path + "/keep", "b" + name + "=kept; Path=/; Expires=" + form.future);
        List<String> sent = sent(path + "/sent");
        if (sent.contains(name + "=new")) {
            return Fate.IGNORED;
        }
        if (sent.contains(name + "=old")) {
            return Fate.DROPPED;
        }
        return sent.contains("b" + name + "=kept") ? Fate.READ : Fate.EXPIRED;
    }

    private void set(String path, String line) {
        bench.on(first(path), html("<p>Set").withHeader("Set-Cookie", line));
        session.open(first(path));
    }

    private List<String> sent(String path) {
        Url url = first(path);
        bench.on(url, html("<p>Sent"));
        session.open(url);
        return cookies(bench.onlyRequestFor(url));
    }
}
