package org.cookieproof.passport;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A date that a response gives by its own time: behaviours are written before anybody knows when they are played. */
final class Moment {

    private static final Pattern PLACE = Pattern.compile("\\{now (-?PT[0-9HMS-]+)}");

    /** As RFC 9110 §5.6.7 wants dates to be sent. */
    private static final DateTimeFormatter FIXDATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private Moment() {}

    /** To stand in a field's value; negative for the past. */
    static String in(Duration fromNow) {
        return "{now " + fromNow + "}";
    }

    /** A field's value with its dates in place. */
    static String resolved(String value, Instant now) {
        Matcher place = PLACE.matcher(value);
        return place.replaceAll(
                found -> FIXDATE.format(now.plus(Duration.parse(found.group(1))).atOffset(ZoneOffset.UTC)));
    }
}
