package org.cookieproof.evidence;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a value means under an encoding. One secret stands in a cookie, a form, a page and a JSON answer in four
 * spellings; decoded they are the same. Whatever cannot be decoded stays as it is.
 */
final class Decoded {

    private static final Map<String, String> ENTITIES =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", "\u00a0");

    private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]{2,4}));");

    private Decoded() {}

    /** As in a cookie: {@code %2B} is a plus and a plus is a plus. */
    static String percent(String raw) {
        if (raw.indexOf('%') < 0) {
            return raw;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            int octet = hexOctet(raw, i);
            if (octet >= 0) {
                bytes.write(octet);
                i += 2;
            } else {
                bytes.writeBytes(raw.substring(i, i + 1).getBytes(StandardCharsets.UTF_8));
            }
        }
        return utf8(bytes.toByteArray(), raw);
    }

    /** As in a query or a form: a plus is a space. */
    static String form(String raw) {
        return percent(raw.replace('+', ' '));
    }

    /** As between the quotes of a JSON or JavaScript string. */
    static String json(String raw) {
        if (raw.indexOf('\\') < 0) {
            return raw;
        }
        StringBuilder text = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            Unit unit = jsonUnit(raw, i);
            text.append(unit.decoded());
            i += unit.length() - 1;
        }
        return text.toString();
    }

    /** As in an HTML attribute. */
    static String html(String raw) {
        if (raw.indexOf('&') < 0) {
            return raw;
        }
        return ENTITY.matcher(raw)
                .replaceAll(m -> Matcher.quoteReplacement(entity(m.group(), m.group(1), m.group(2), m.group(3))));
    }

    private static String entity(String whole, @Nullable String decimal, @Nullable String hex, @Nullable String name) {
        if (name != null) {
            return ENTITIES.getOrDefault(name, whole);
        }
        int codePoint = decimal != null ? Integer.parseInt(decimal) : Integer.parseInt(hex == null ? "0" : hex, 16);
        return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : whole;
    }

    /** One character as spelled in a text: how many characters the spelling takes, and what it means. */
    record Unit(int length, char decoded) {}

    /** The unit at {@code i} of a JSON string. */
    static Unit jsonUnit(String text, int i) {
        char c = text.charAt(i);
        if (c != '\\' || i + 1 >= text.length()) {
            return new Unit(1, c);
        }
        char escaped = text.charAt(i + 1);
        if ((escaped == 'u' || escaped == 'U') && i + 6 <= text.length()) {
            int value = hex(text, i + 2, 4);
            return value < 0 ? new Unit(1, c) : new Unit(6, (char) value);
        }
        if (escaped == 'x' && i + 4 <= text.length()) {
            int value = hex(text, i + 2, 2);
            return value < 0 ? new Unit(1, c) : new Unit(4, (char) value);
        }
        int control = "bfnrt".indexOf(escaped);
        return new Unit(2, control < 0 ? escaped : "\b\f\n\r\t".charAt(control));
    }

    /** The octet that {@code %XX} at {@code i} stands for; -1 when there is no such thing there. */
    static int hexOctet(String text, int i) {
        return i + 3 <= text.length() && text.charAt(i) == '%' ? hex(text, i + 1, 2) : -1;
    }

    private static int hex(String text, int from, int digits) {
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            value = value * 16 + digit;
        }
        return value;
    }

    private static String utf8(byte[] bytes, String otherwise) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return otherwise;
        }
    }
}
