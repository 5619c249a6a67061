package org.cookieproof.http.cookie;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The dates of Expires: what a user agent makes of them, and what a server may send. */
public final class CookieDate {

    // §5.1.1: delimiter = %x09 / %x20-2F / %x3B-40 / %x5B-60 / %x7B-7E
    private static final Pattern DELIMITERS = Pattern.compile("[\\x09\\x20-\\x2F\\x3B-\\x40\\x5B-\\x60\\x7B-\\x7E]+");
    private static final String NOTHING_OR_NON_DIGIT = "(?:[^0-9].*)?";
    private static final Pattern TIME = token("([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})");
    private static final Pattern DAY_OF_MONTH = token("([0-9]{1,2})");
    private static final Pattern YEAR = token("([0-9]{2,4})");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private static final DateTimeFormatter IMF_FIXDATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);

    private CookieDate() {}

    /**
     * Reads a date as a user agent does (RFC 6265bis §5.1.1): weekday and zone are not looked at, the order of day,
     * month, year and time is free, and years of two digits are those from 1970 to 2069.
     *
     * @return empty when the algorithm fails; the attribute is then ignored, and the cookie may become a session cookie
     */
    public static Optional<Instant> parse(String cookieDate) {
        Fields fields = new Fields();
        DELIMITERS.splitAsStream(cookieDate).filter(token -> !token.isEmpty()).forEach(fields::take);
        return fields.instant();
    }

    /**
     * Whether this is an IMF-fixdate (RFC 9110 §5.6.7) of a day that exists and under its right weekday: the only form
     * that a server may send (RFC 6265bis §4.1.1). Leap seconds are not let through, since no user agent reads them.
     */
    public static boolean isImfFixdate(String date) {
        try {
            LocalDateTime parsed = LocalDateTime.parse(date, IMF_FIXDATE);
            // The formatter also reads years of five digits, with a sign.
            return parsed.getYear() >= 0 && parsed.getYear() <= 9999;
        } catch (DateTimeParseException notThatForm) {
            return false;
        }
    }

    private static Pattern token(String start) {
        return Pattern.compile(start + NOTHING_OR_NON_DIGIT, Pattern.DOTALL);
    }

    /** What has been found so far; each field is taken once, by the first token that fits (§5.1.1 step 2). */
    private static final class Fields {

        private OptionalInt hour = OptionalInt.empty();
        private int minute;
        private int second;
        private OptionalInt dayOfMonth = OptionalInt.empty();
        private OptionalInt month = OptionalInt.empty();
        private OptionalInt year = OptionalInt.empty();

        void take(String token) {
            boolean taken = takeTime(token) || takeDayOfMonth(token) || takeMonth(token);
            if (!taken) {
                takeYear(token);
            }
        }

        private boolean takeTime(String token) {
            Matcher time = TIME.matcher(token);
            if (hour.isPresent() || !time.matches()) {
                return false;
            }
            hour = OptionalInt.of(Integer.parseInt(time.group(1)));
            minute = Integer.parseInt(time.group(2));
            second = Integer.parseInt(time.group(3));
            return true;
        }

        private boolean takeDayOfMonth(String token) {
            Matcher day = DAY_OF_MONTH.matcher(token);
            if (dayOfMonth.isPresent() || !day.matches()) {
                return false;
            }
            dayOfMonth = OptionalInt.of(Integer.parseInt(day.group(1)));
            return true;
        }

        private boolean takeMonth(String token) {
            int index = token.length() < 3
                    ? -1
                    : MONTHS.indexOf(token.substring(0, 3).toLowerCase(Locale.ROOT));
            if (month.isPresent() || index < 0) {
                return false;
            }
            month = OptionalInt.of(index + 1);
            return true;
        }

        private void takeYear(String token) {
            Matcher found = YEAR.matcher(token);
            if (year.isEmpty() && found.matches()) {
                year = OptionalInt.of(fullYear(Integer.parseInt(found.group(1))));
            }
        }

        /** §5.1.1 steps 3 and 4. */
        private static int fullYear(int year) {
            return year > 99 ? year : year >= 70 ? year + 1900 : year + 2000;
        }

        /** §5.1.1 steps 5 and 6; the calendar refuses all that step 5 lists but the year. */
        Optional<Instant> instant() {
            if (hour.isEmpty() || dayOfMonth.isEmpty() || month.isEmpty() || year.isEmpty() || year.getAsInt() < 1601) {
                return Optional.empty();
            }
            try {
                return Optional.of(LocalDateTime.of(
                                year.getAsInt(),
                                month.getAsInt(),
                                dayOfMonth.getAsInt(),
                                hour.getAsInt(),
                                minute,
                                second)
                        .toInstant(ZoneOffset.UTC));
            } catch (DateTimeException noSuchDate) {
                return Optional.empty();
            }
        }
    }
}
