package org.cookieproof.http.cookie;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cookieproof.http.cookie.SetCookieLine.Attribute;

/** The algorithm by which a user agent takes a Set-Cookie field value apart (RFC 6265bis §5.6). */
final class SetCookieParser {

    static final int MAX_NAME_AND_VALUE = 4096;
    static final int MAX_ATTRIBUTE_VALUE = 1024;

    private static final BigInteger LONGEST = BigInteger.valueOf(Long.MAX_VALUE);

    private SetCookieParser() {}

    /**
     * Why the line as a whole is ignored, whatever its attributes say.
     *
     * @param line as {@link #read} took it apart
     */
    static Optional<Outcome.Refused> whyIgnored(String fieldValue, SetCookieLine line) {
        if (fieldValue.chars().anyMatch(SetCookieParser::isControlOtherThanTab)) {
            return Optional.of(new Outcome.Refused("the line has a control character", "RFC 6265bis §5.6 step 1"));
        }
        int length = line.name().length() + line.value().length();
        if (length > MAX_NAME_AND_VALUE) {
            return Optional.of(new Outcome.Refused(
                    "name and value have " + length + " octets, more than " + MAX_NAME_AND_VALUE,
                    "RFC 6265bis §5.6 step 5"));
        }
        if (length == 0) {
            return Optional.of(new Outcome.Refused("name and value are empty", "RFC 6265bis §5.7 step 2"));
        }
        return Optional.empty();
    }

    /** Takes the line apart, however long it is. */
    static SetCookieLine read(String fieldValue) {
        String[] parts = fieldValue.split(";", -1);
        List<Attribute> attributes = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            Attribute attribute = attribute(parts[i]);
            boolean tooLong = attribute.value().length() > MAX_ATTRIBUTE_VALUE; // step 6 of the second list
            if (!tooLong && !attribute.name().isEmpty()) {
                attributes.add(attribute);
            }
        }
        int equals = parts[0].indexOf('=');
        // Step 3: without "=" all of it is the value of a cookie that has no name.
        return new SetCookieLine(
                equals < 0 ? "" : trim(parts[0].substring(0, equals)),
                trim(parts[0].substring(equals + 1)),
                attributes);
    }

    /** The number of seconds in {@code -?[0-9]+}; what does not fit is as long as can be. */
    static long seconds(String digits) {
        BigInteger seconds = new BigInteger(digits);
        return seconds.max(LONGEST.negate()).min(LONGEST).longValueExact();
    }

    private static Attribute attribute(String cookieAv) {
        int equals = cookieAv.indexOf('=');
        return equals < 0
                ? new Attribute(trim(cookieAv), "")
                : new Attribute(trim(cookieAv.substring(0, equals)), trim(cookieAv.substring(equals + 1)));
    }

    /** Without the WSP around it (RFC 5234 appendix B.1): spaces and tabs, nothing else. */
    static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isWhiteSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isWhiteSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    static boolean isWhiteSpace(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isControlOtherThanTab(int c) {
        return (c < 0x20 && c != '\t') || c == 0x7F;
    }
}
