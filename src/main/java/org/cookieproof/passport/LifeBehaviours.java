package org.cookieproof.passport;

import static org.cookieproof.passport.Hosts.first;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How long a cookie lives and what ends it: Max-Age, Expires and its dates, deletion (RFC 6265bis §5.1.1, §5.6, §5.7). */
final class LifeBehaviours {

    private static final String PAST = "Thu, 01 Jan 2015 00:00:00 GMT";
    private static final String FUTURE = "Thu, 01 Jan 2037 00:00:00 GMT";

    private LifeBehaviours() {}

    static List<Behaviour> all() {
        return Stream.of(expiry(), clocks(), dates(), deletion())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Behaviour> expiry() {
        String section = "RFC 6265bis §5.7 step 6";
        return List.of(
                line(
                        "expiry/max-age-over-expires",
                        "Max-Age of the future before Expires of the past",
                        section,
                        "a=1; Path=/; Max-Age=1000; Expires=" + PAST),
                line(
                        "expiry/max-age-over-expires-before",
                        "Expires of the past before Max-Age of the future",
                        section,
                        "a=1; Path=/; Expires=" + PAST + "; Max-Age=1000"),
                line(
                        "expiry/max-age-zero",
                        "Max-Age=0 with Expires of the future",
                        section,
                        "a=1; Path=/; Max-Age=0; Expires=" + FUTURE),
                line("expiry/max-age-negative", "Max-Age=-1", section, "a=1; Path=/; Max-Age=-1"),
                line(
                        "expiry/max-age-no-number",
                        "Max-Age=soon counts for nothing",
                        "RFC 6265bis §5.6.2",
                        "a=1; Path=/; Max-Age=soon"),
                line(
                        "expiry/max-age-fraction",
                        "Max-Age=0.5 counts for nothing",
                        "RFC 6265bis §5.6.2",
                        "a=1; Path=/; Max-Age=0.5"),
                line(
                        "expiry/max-age-plus",
                        "Max-Age=+0 counts for nothing",
                        "RFC 6265bis §5.6.2",
                        "a=1; Path=/; Max-Age=+0"),
                line(
                        "expiry/max-age-quoted",
                        "Max-Age=\"0\" counts for nothing",
                        "RFC 6265bis §5.6.2",
                        "a=1; Path=/; Max-Age=\"0\""),
                line(
                        "expiry/max-age-huge",
                        "Max-Age of more seconds than fit in 64 bits",
                        "RFC 6265bis §5.6.2",
                        "a=1; Path=/; Max-Age=99999999999999999999"),
                line(
                        "expiry/max-age-last-counts",
                        "Two Max-Age attributes in a line",
                        section,
                        "a=1; Path=/; Max-Age=0; Max-Age=1000"),
                line(
                        "expiry/expires-no-date",
                        "Expires=0 counts for nothing",
                        "RFC 6265bis §5.6.1",
                        "a=1; Path=/; Expires=0"),
                line(
                        "expiry/far-future",
                        "Expires in the year 9999",
                        "RFC 6265bis §5.6.1",
                        "a=1; Path=/; Expires=Fri, 31 Dec 9999 23:59:59 GMT"),
                Behaviour.of("expiry/session-over-restart", "A session cookie, after a restart", "RFC 6265bis §5.7")
                        .receive(first("/set"), "a=1; Path=/")
                        .restart()
                        .ask(first("/asked")),
                Behaviour.of(
                                "expiry/persistent-over-restart",
                                "A persistent cookie, after a restart",
                                "RFC 6265bis §5.7")
                        .receive(first("/set"), "a=1; Path=/; Max-Age=1000")
                        .restart()
                        .ask(first("/asked")));
    }

    /** Whose clock is off by an hour, or by a year, shows it here. */
    private static List<Behaviour> clocks() {
        Duration halfAnHour = Duration.ofMinutes(30);
        Duration halfAYear = Duration.ofDays(183);
        return List.of(
                expires("in-half-an-hour", "Expires in half an hour", halfAnHour),
                expires("half-an-hour-ago", "Expires half an hour ago", halfAnHour.negated()),
                expires("in-half-a-year", "Expires in half a year", halfAYear),
                expires("half-a-year-ago", "Expires half a year ago", halfAYear.negated()));
    }

    private static Behaviour expires(String name, String title, Duration fromNow) {
        return line("expiry/" + name, title, "RFC 6265bis §5.7", "a=1; Path=/; Expires=" + Moment.in(fromNow));
    }

    private static Behaviour line(String id, String title, String source, String line) {
        return Behaviour.of(id, title, source).receive(first("/set"), line).ask(first("/asked"));
    }

    /** A form of a date, of the past and of the future. */
    private record Dates(String past, String future) {}

    private static List<Behaviour> dates() {
        Map<String, Dates> forms = new TreeMap<>();
        forms.put("rfc1123", new Dates(PAST, FUTURE));
        forms.put("dashes", new Dates("Thu, 01-Jan-2015 00:00:00 GMT", "Thu, 01-Jan-2037 00:00:00 GMT"));
        forms.put(
                "rfc850-short-year", new Dates("Thursday, 01-Jan-70 00:00:01 GMT", "Thursday, 01-Jan-37 00:00:00 GMT"));
        forms.put("short-year", new Dates("Thu, 01-Jan-70 00:00:01 GMT", "Thu, 01-Jan-37 00:00:00 GMT"));
        forms.put("asctime", new Dates("Thu Jan  1 00:00:00 2015", "Thu Jan  1 00:00:00 2037"));
        forms.put("wrong-weekday", new Dates("Mon, 01 Jan 2015 00:00:00 GMT", "Mon, 01 Jan 2037 00:00:00 GMT"));
        forms.put("no-weekday", new Dates("01 Jan 2015 00:00:00 GMT", "01 Jan 2037 00:00:00 GMT"));
        forms.put("lower-case", new Dates("thu, 01 jan 2015 00:00:00 gmt", "thu, 01 jan 2037 00:00:00 gmt"));
        forms.put("utc", new Dates("Thu, 01 Jan 2015 00:00:00 UTC", "Thu, 01 Jan 2037 00:00:00 UTC"));
        forms.put("no-zone", new Dates("Thu, 01 Jan 2015 00:00:00", "Thu, 01 Jan 2037 00:00:00"));
        forms.put("numeric-zone", new Dates("Thu, 01 Jan 2015 00:00:00 +0000", "Thu, 01 Jan 2037 00:00:00 +0000"));
        forms.put("long-month", new Dates("Thu, 01 January 2015 00:00:00 GMT", "Thu, 01 January 2037 00:00:00 GMT"));
        forms.put("one-digit-day", new Dates("Thu, 1 Jan 2015 0:00:00 GMT", "Thu, 1 Jan 2037 0:00:00 GMT"));
        forms.put("javascript", new Dates("Thu Jan 01 2015 00:00:00 GMT+0000", "Thu Jan 01 2037 00:00:00 GMT+0000"));
        forms.put("iso-8601", new Dates("2015-01-01T00:00:00Z", "2037-01-01T00:00:00Z"));
        forms.put("epoch", new Dates("Thu, 01 Jan 1970 00:00:00 GMT", FUTURE));
        return forms.entrySet().stream()
                .map(form -> date(form.getKey(), form.getValue()))
                .toList();
    }

    /** Whether the past deletes {@code old} and the future keeps {@code kept}. */
    private static Behaviour date(String word, Dates dates) {
        return Behaviour.of("date/" + word, "Expires=" + dates.past() + ", and one in 2037", "RFC 6265bis §5.1.1")
                .receive(first("/set"), "gone=old; Path=/")
                .receive(first("/delete"), "gone=new; Path=/; Expires=" + dates.past())
                .receive(first("/keep"), "kept=1; Path=/; Expires=" + dates.future())
                .ask(first("/asked"));
    }

    private static List<Behaviour> deletion() {
        return List.of(
                deletes("delete/by-max-age", "Max-Age=0", "a=1; Path=/", "a=; Path=/; Max-Age=0"),
                deletes(
                        "delete/by-expires",
                        "Expires of 1970",
                        "a=1; Path=/",
                        "a=; Path=/; Expires=Thu, 01 Jan 1970 00:00:01 GMT"),
                deletes(
                        "delete/with-both",
                        "As PHP deletes: the value 'deleted', Expires and Max-Age",
                        "a=1; Path=/",
                        "a=deleted; expires=Thu, 01-Jan-1970 00:00:01 GMT; Max-Age=0; path=/"),
                deletes(
                        "delete/a-persistent-one",
                        "A persistent cookie",
                        "a=1; Path=/; Max-Age=1000",
                        "a=; Path=/; Max-Age=0"),
                deletes(
                        "delete/by-an-empty-value",
                        "An empty value alone deletes nothing",
                        "a=1; Path=/",
                        "a=; Path=/"),
                deletes(
                        "delete/the-word-deleted",
                        "The value 'deleted' alone deletes nothing",
                        "a=1; Path=/",
                        "a=deleted; Path=/"),
                deletes(
                        "delete/at-another-path",
                        "A deletion at another path",
                        "a=1; Path=/",
                        "a=; Path=/delete; Max-Age=0"),
                deletes(
                        "delete/of-another-domain",
                        "A deletion with Domain of a cookie without",
                        "a=1; Path=/",
                        "a=; Path=/; Domain=first.test; Max-Age=0"),
                deletes(
                        "delete/host-only-of-a-domain-cookie",
                        "A deletion without Domain of a cookie with",
                        "a=1; Path=/; Domain=first.test",
                        "a=; Path=/; Max-Age=0"),
                deletes(
                        "delete/without-secure",
                        "A deletion without Secure of a Secure cookie, over https",
                        "a=1; Path=/; Secure",
                        "a=; Path=/; Max-Age=0"),
                deletes(
                        "delete/without-http-only",
                        "A deletion without HttpOnly of an HttpOnly cookie",
                        "a=1; Path=/; HttpOnly",
                        "a=; Path=/; Max-Age=0"),
                deletes(
                        "delete/with-another-same-site",
                        "A deletion with another SameSite",
                        "a=1; Path=/; SameSite=Lax",
                        "a=; Path=/; Secure; SameSite=None; Max-Age=0"),
                Behaviour.of(
                                "delete/and-set-in-one-response",
                                "A deletion, then a new value in the same response",
                                "RFC 6265bis §5.6")
                        .receive(first("/set"), "a=1; Path=/")
                        .receive(first("/both"), "a=; Path=/; Max-Age=0", "a=2; Path=/")
                        .ask(first("/asked")),
                Behaviour.of(
                                "delete/after-a-set-in-one-response",
                                "A new value, then a deletion in the same response",
                                "RFC 6265bis §5.6")
                        .receive(first("/set"), "a=1; Path=/")
                        .receive(first("/both"), "a=2; Path=/", "a=; Path=/; Max-Age=0")
                        .ask(first("/asked")));
    }

    private static Behaviour deletes(String id, String title, String set, String deletion) {
        return Behaviour.of(id, title, "RFC 6265bis §5.7 step 23")
                .receive(first("/set"), set)
                .receive(first("/delete"), deletion)
                .ask(first("/asked"));
    }
}
