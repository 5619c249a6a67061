package org.cookieproof.http.cache;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** HTTP-date in its three forms (RFC 9110 §5.6.7). Not for cookies, which have an algorithm of their own. */
final class HttpDate {

    private static final List<DateTimeFormatter> FORMS = List.of(
            form("EEE, dd MMM uuuu HH:mm:ss 'GMT'"),
            new DateTimeFormatterBuilder()
                    .appendPattern("EEEE, dd-MMM-")
                    // Two digits: a fixed window, so that reading a date needs no clock.
                    .appendValueReduced(ChronoField.YEAR, 2, 2, 1970)
                    .appendPattern(" HH:mm:ss 'GMT'")
                    .toFormatter(Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT),
            form("EEE MMM ppd HH:mm:ss uuuu"));

    private HttpDate() {}

    /** The instant; empty for anything that is not one of the three forms, {@code 0} and {@code -1} included. */
    static Optional<Instant> parse(String date) {
        return FORMS.stream().flatMap(form -> parse(date, form).stream()).findFirst();
    }

    private static Optional<Instant> parse(String date, DateTimeFormatter form) {
        try {
            return Optional.of(LocalDateTime.parse(date, form).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException notThisForm) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter form(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }
}
