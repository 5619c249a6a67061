package org.cookieproof.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.cookieproof.http.HeaderField;

/** The values in Cookie and Set-Cookie lines, taken apart without judging: what is malformed may still be a secret. */
final class CookieLines {

    private static final Set<String> SENT = Set.of("cookie", "cookie2");
    private static final Set<String> RECEIVED = Set.of("set-cookie", "set-cookie2");

    private CookieLines() {}

    static boolean isCookieHeader(HeaderField field) {
        return SENT.contains(lower(field)) || RECEIVED.contains(lower(field));
    }

    /** The values without their quotes; a pair without a name is all value (RFC 6265bis §5.6). */
    static List<String> values(HeaderField field) {
        List<String> values = new ArrayList<>();
        replaceValues(field, value -> {
            values.add(value);
            return value;
        });
        return values;
    }

    /** The line with other values; names, attributes, order and spacing stay. */
    static String replaceValues(HeaderField field, UnaryOperator<String> replacement) {
        if (SENT.contains(lower(field))) {
            List<String> pairs = new ArrayList<>();
            for (String pair : field.value().split(";", -1)) {
                pairs.add(pair(pair, replacement));
            }
            return String.join(";", pairs);
        }
        int end = field.value().indexOf(';');
        return end < 0
                ? pair(field.value(), replacement)
                : pair(field.value().substring(0, end), replacement)
                        + field.value().substring(end);
    }

    private static String pair(String pair, UnaryOperator<String> replacement) {
        int start = pair.indexOf('=') + 1;
        int end = pair.length();
        while (start < end && isPadding(pair.charAt(start))) {
            start++;
        }
        while (end > start && isPadding(pair.charAt(end - 1))) {
            end--;
        }
        return start == end
                ? pair
                : pair.substring(0, start) + replacement.apply(pair.substring(start, end)) + pair.substring(end);
    }

    private static boolean isPadding(char c) {
        return c == ' ' || c == '\t' || c == '"';
    }

    private static String lower(HeaderField field) {
        return field.name().toLowerCase(java.util.Locale.ROOT);
    }
}
