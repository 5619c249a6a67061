package org.cookieproof.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds known secrets in any text, whatever each of their characters is spelled like: raw, percent-encoded (twice, in
 * either case), as an HTML entity, or escaped for JSON; and within Base64. Encoders differ in what they spare; so it is decided character
 * by character and not by a list of spellings.
 */
final class SecretMatcher {

    /** A secret as it may stand, decoded, in a text, and the secret that it is. */
    private record Needle(String decoded, String secret) {}

    /** So much of a Base64 text tells it from another; shorter ones would be found in any image. */
    private static final int SHORTEST_BASE64 = 8;

    private static final int BASE64_KEY = 4;

    private final Map<Character, List<Needle>> byFirst = new HashMap<>();
    private final Map<String, List<Needle>> base64 = new HashMap<>();

    SecretMatcher(Collection<String> secrets) {
        List<Needle> needles = new ArrayList<>();
        for (String secret : secrets) {
            needles.add(new Needle(secret, secret));
            // Header values carry octets as ISO-8859-1, and %C3%A4 decodes octet by octet.
            String octets = new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            if (!octets.equals(secret)) {
                needles.add(new Needle(octets, secret));
            }
            for (String spelled : inBase64(secret.getBytes(StandardCharsets.UTF_8))) {
                base64.computeIfAbsent(spelled.substring(0, BASE64_KEY), key -> new ArrayList<>())
                        .add(new Needle(spelled, secret));
            }
        }
        needles.sort(Comparator.comparing(n -> -n.decoded().length()));
        needles.forEach(n -> byFirst.computeIfAbsent(n.decoded().charAt(0), c -> new ArrayList<>())
                .add(n));
    }

    /**
     * What of a secret shows wherever it stands in a text that was encoded as Base64: the characters that depend on its
     * own octets alone, for each of three alignments, in both alphabets.
     */
    private static Set<String> inBase64(byte[] secret) {
        Set<String> spellings = new LinkedHashSet<>();
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + secret.length];
            System.arraycopy(secret, 0, shifted, before, secret.length);
            int from = (before * 8 + 5) / 6;
            int to = shifted.length * 8 / 6;
            if (to - from >= SHORTEST_BASE64) {
                spellings.add(Base64.getEncoder().encodeToString(shifted).substring(from, to));
                spellings.add(Base64.getUrlEncoder().encodeToString(shifted).substring(from, to));
            }
        }
        return spellings;
    }

    /** Replaces every secret; the longest where several begin at one place. What is replaced already is left alone. */
    String replace(String text, UnaryOperator<String> replacement) {
        StringBuilder result = new StringBuilder();
        Matcher shown = Redaction.SHOWN.matcher(text);
        int copied = 0;
        int nextShown = shown.find() ? shown.start() : text.length();
        for (int i = 0; i < text.length(); ) {
            if (i == nextShown) {
                i = shown.end();
                nextShown = shown.find() ? shown.start() : text.length();
                continue;
            }
            Hit hit = at(text, i);
            if (hit == null) {
                i++;
                continue;
            }
            result.append(text, copied, i).append(replacement.apply(hit.secret()));
            i = hit.end();
            copied = i;
            while (nextShown < i) {
                nextShown = shown.find() ? shown.start() : text.length();
            }
        }
        return copied == 0 ? text : result.append(text, copied, text.length()).toString();
    }

    /** Cuts off the beginning of a secret at the end of a text that was cut short. */
    String withoutTornSecret(String text) {
        int from = Math.max(0, text.length() - 4096);
        for (int i = from; i < text.length(); i++) {
            for (Needle needle : beginningAt(text, i)) {
                int end = match(text, i, needle.decoded(), true);
                if (end == text.length() && end - i >= 4) {
                    return text.substring(0, i);
                }
            }
        }
        return text;
    }

    private record Hit(int end, String secret) {}

    private @Nullable Hit at(String text, int i) {
        for (Needle needle : beginningAt(text, i)) {
            int end = match(text, i, needle.decoded(), false);
            if (end >= 0) {
                return new Hit(end, needle.secret());
            }
        }
        return null;
    }

    private List<Needle> beginningAt(String text, int i) {
        char c = text.charAt(i);
        List<Needle> raw = byFirst.getOrDefault(c, List.of());
        List<Needle> encoded = i + BASE64_KEY > text.length()
                ? List.of()
                : base64.getOrDefault(text.substring(i, i + BASE64_KEY), List.of());
        if (!encoded.isEmpty()) {
            raw = Stream.concat(raw.stream(), encoded.stream())
                    .sorted(Comparator.comparing(n -> -n.decoded().length()))
                    .toList();
        }
        if ("%&\\+".indexOf(c) < 0) {
            return raw;
        }
        List<Needle> all = new ArrayList<>(raw);
        for (Decoded.Unit unit : spelled(text, i)) {
            all.addAll(byFirst.getOrDefault(unit.decoded(), List.of()));
        }
        all.sort(Comparator.comparing(n -> -n.decoded().length()));
        return all;
    }

    /** Where the needle ends when it stands at {@code i}; -1 when it does not. */
    private static int match(String text, int i, String needle, boolean mayEnd) {
        int at = i;
        for (int n = 0; n < needle.length(); n++) {
            if (at >= text.length()) {
                return mayEnd ? at : -1;
            }
            int length = unitLength(text, at, needle.charAt(n));
            if (length == 0) {
                return -1;
            }
            at += length;
        }
        return at;
    }

    private static int unitLength(String text, int i, char wanted) {
        char c = text.charAt(i);
        if ("%&\\+".indexOf(c) >= 0) {
            for (Decoded.Unit unit : spelled(text, i)) {
                if (unit.decoded() == wanted) {
                    return unit.length();
                }
            }
        }
        return c == wanted ? 1 : 0;
    }

    /** The encoded characters that may begin at {@code i}, the longest first. */
    private static List<Decoded.Unit> spelled(String text, int i) {
        return switch (text.charAt(i)) {
            case '+' -> List.of(new Decoded.Unit(1, ' '));
            case '\\' -> List.of(Decoded.jsonUnit(text, i));
            case '&' -> entity(text, i);
            default -> percent(text, i);
        };
    }

    private static List<Decoded.Unit> percent(String text, int i) {
        int once = Decoded.hexOctet(text, i);
        if (once < 0) {
            return List.of();
        }
        Decoded.Unit single = new Decoded.Unit(3, (char) once);
        int twice =
                once == '%' && i + 5 <= text.length() ? Decoded.hexOctet("%" + text.substring(i + 3, i + 5), 0) : -1;
        return twice < 0 ? List.of(single) : List.of(new Decoded.Unit(5, (char) twice), single);
    }

    private static List<Decoded.Unit> entity(String text, int i) {
        int end = text.substring(i, Math.min(text.length(), i + 10)).indexOf(';') + i; // no entity is longer
        if (end < i) {
            return List.of();
        }
        String decoded = Decoded.html(text.substring(i, end + 1));
        return decoded.length() == 1 ? List.of(new Decoded.Unit(end + 1 - i, decoded.charAt(0))) : List.of();
    }
}
