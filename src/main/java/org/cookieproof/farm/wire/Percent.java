package org.cookieproof.farm.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent-encoding as PHP and MediaWiki do it, which differs by place; decoding never fails, as theirs does not. */
public final class Percent {

    private static final String UNRESERVED = "-_.~";

    /** What MediaWiki leaves readable in paths and in {@code title=} (wfUrlencode). */
    private static final String READABLE_IN_TITLES = UNRESERVED + ";@$!*(),/:";

    private Percent() {}

    /** PHP's rawurlencode, for cookie values: a space becomes {@code %20}. */
    public static String encode(String text) {
        return encode(text, UNRESERVED, "%20");
    }

    /** PHP's urlencode, for query values: a space becomes {@code +}. */
    public static String encodeQuery(String text) {
        return encode(text, "-_.", "+");
    }

    /** MediaWiki's wfUrlencode of a title in its database form: a space becomes an underscore. */
    public static String encodeTitle(String title) {
        return encode(title, READABLE_IN_TITLES, "_");
    }

    /** Decodes percent-escapes; what is none stays as it is, bytes that are not UTF-8 become U+FFFD. */
    public static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
            if (bytes[i] == '%' && high >= 0 && low >= 0) {
                out.write(high * 16 + low);
                i += 2;
            } else {
                out.write(bytes[i]);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** As {@link #decode}, of a query or a form: {@code +} is a space. */
    public static String decodeQuery(String text) {
        return decode(text.replace('+', ' '));
    }

    private static String encode(String text, String readable, String space) {
        StringBuilder out = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (c == ' ') {
                out.append(space);
            } else if (isAsciiLetterOrDigit(c) || readable.indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
                out.append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
        return out.toString();
    }

    private static boolean isAsciiLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
