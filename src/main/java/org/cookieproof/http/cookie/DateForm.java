package org.cookieproof.http.cookie;

import java.time.DayOfWeek;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A form of date that RFC 6265bis §5.1.1 reads and some clients do not.
 *
 * @param deviation of those that cannot read it
 * @param shape     whether a date has this form
 */
record DateForm(CookieDeviation deviation, Predicate<String> shape) {

    private static final List<DateForm> ALL = List.of(
            new DateForm(
                    CookieDeviation.MISREADS_SHORT_YEARS,
                    matches("(?i).*\\b[0-9]{1,2}[- ][a-z]{3}[- ][0-9]{2}\\b(?!:).*")),
            new DateForm(
                    CookieDeviation.MISREADS_DATES_WITHOUT_DASHES,
                    matches("(?i)(?:[a-z]+, *)?[0-9]{1,2} [a-z]{3} [0-9]{2,4}\\b(?!:).*")),
            new DateForm(
                    CookieDeviation.MISREADS_ASCTIME,
                    matches("(?i)[a-z]{3} [a-z]{3} +[0-9]{1,2} [0-9]{2}:[0-9]{2}:[0-9]{2} [0-9]{4}")),
            new DateForm(CookieDeviation.MISREADS_WRONG_WEEKDAYS, DateForm::hasWrongWeekday),
            new DateForm(CookieDeviation.MISREADS_LOWER_CASE_DATES, matches(".*\\b[a-z]{3,9}\\b.*")),
            new DateForm(CookieDeviation.MISREADS_OTHER_ZONES, matches("(?i)[a-z]+,.*(?<!GMT)")));

    /** Whether this is a date, of a form that these deviations cannot read. */
    static boolean anyOf(Set<CookieDeviation> deviations, String date) {
        if (CookieDate.parse(date).isEmpty()) {
            return false; // to nobody
        }
        return ALL.stream().filter(form -> deviations.contains(form.deviation)).anyMatch(form -> form.shape.test(date));
    }

    private static Predicate<String> matches(String regex) {
        return Pattern.compile(regex).asMatchPredicate();
    }

    private static boolean hasWrongWeekday(String date) {
        if (date.length() < 3) {
            return false;
        }
        String said = date.substring(0, 3).toUpperCase(Locale.ROOT);
        boolean saysADay =
                Arrays.stream(DayOfWeek.values()).anyMatch(day -> day.name().startsWith(said));
        return saysADay
                && CookieDate.parse(date)
                        .filter(instant -> !instant.atOffset(ZoneOffset.UTC)
                                .getDayOfWeek()
                                .name()
                                .startsWith(said))
                        .isPresent();
    }
}
