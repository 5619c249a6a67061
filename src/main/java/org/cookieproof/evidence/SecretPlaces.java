package org.cookieproof.evidence;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where in a text a value stands under a secret's name: parameters of URLs and forms, JSON members, assignments in
 * scripts, hidden inputs, meta elements, parts of a multipart form. Values are found by loops, not by regular
 * expressions: a hostile text must not exhaust the stack.
 */
final class SecretPlaces {

    /**
     * Any name, judged afterwards: a pattern of what secrets are called, sought anywhere in a name, would try every way
     * of reading {@code tokentokentoken}.
     */
    private static final String NAME = "(?<name>[\\w.$\\[\\]-]{1,80}+)";

    private static final String NO_NAME_BEFORE = "(?<![\\w.$\\[\\]-])";

    /** Finds the end of a value. */
    private interface End {
        int of(String text, int from, String quote);
    }

    /** A syntax: what stands before the value, where the value ends, and how it is encoded. */
    private record Place(Pattern before, End end, UnaryOperator<String> decode) {}

    private static final List<Place> PLACES = List.of(
            new Place(
                    pattern("(?<q>[\"'])" + NAME + "\\k<q>\\s*+[:,]\\s*+\\k<q>"),
                    SecretPlaces::unescaped,
                    Decoded::json),
            new Place(pattern("(?<q>\\\\\")" + NAME + "\\k<q>\\s*+:\\s*+\\k<q>"), SecretPlaces::next, Decoded::json),
            new Place(pattern("(?<q>&quot;)" + NAME + "\\k<q>\\s*+:\\s*+\\k<q>"), SecretPlaces::next, Decoded::html),
            new Place(
                    pattern(NO_NAME_BEFORE + NAME + "\\s*+=\\s*+(?<q>[\"'])"), SecretPlaces::unescaped, Decoded::json),
            new Place(
                    pattern("name=\"" + NAME + "\"[^\\r\\n]*+\\r\\n(?:[\\w-]++:[^\\r\\n]*+\\r\\n){0,4}\\r\\n(?<q>)"),
                    (text, from, quote) -> next(text, from, "\r\n--"),
                    UnaryOperator.identity()),
            new Place(pattern(NO_NAME_BEFORE + NAME + "=(?<q>)"), SecretPlaces::parameterEnd, Decoded::form));

    private static final Pattern TAG = pattern("<(?:input|meta)\\b[^>]{0,1500}+>");
    private static final Pattern ATTRIBUTE =
            pattern("\\b(name|property|type|value|content)\\s*=\\s*(?:\"([^\"]*+)\"|'([^']*+)'|([^\\s>\"']++))");

    private SecretPlaces() {}

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    /** Says what to put in the place of a secret. */
    @FunctionalInterface
    interface Replacement {
        /** @return null to leave the value as it is */
        @Nullable
        String of(String decoded);
    }

    static String replace(String text, Replacement replacement) {
        String result = replaceInTags(text, replacement);
        for (Place place : PLACES) {
            result = replace(result, place, replacement);
        }
        return result;
    }

    private static String replace(String text, Place place, Replacement replacement) {
        Matcher matcher = place.before().matcher(text);
        StringBuilder result = new StringBuilder();
        int copied = 0;
        for (int from = 0; from <= text.length() && matcher.find(from); ) {
            int start = matcher.end();
            if (!isSecret(text, matcher)) {
                from = start;
                continue;
            }
            int end = place.end().of(text, start, matcher.group("q"));
            String value = end == start ? null : replacement.of(place.decode().apply(text.substring(start, end)));
            if (value != null) {
                result.append(text, copied, start).append(value);
                copied = end;
            }
            from = end;
        }
        return copied == 0 ? text : result.append(text, copied, text.length()).toString();
    }

    /** Some words mean a secret only as parameters of a URL: {@code ?code=}, but not {@code var code=}. */
    private static boolean isSecret(String text, Matcher matcher) {
        String name = matcher.group("name");
        int before = matcher.start("name") - 1;
        boolean parameter = before >= 0
                && (text.charAt(before) == '?' || text.charAt(before) == '&' || text.startsWith("&amp;", before - 4));
        return parameter ? SecretNames.isSecretParameter(name) : SecretNames.isSecret(name);
    }

    private static String replaceInTags(String text, Replacement replacement) {
        if (text.indexOf('<') < 0) {
            return text;
        }
        return TAG.matcher(text).replaceAll(m -> Matcher.quoteReplacement(tag(m.group(), replacement)));
    }

    private static String tag(String tag, Replacement replacement) {
        Matcher attribute = ATTRIBUTE.matcher(tag);
        boolean secret = false;
        int start = -1;
        int end = -1;
        while (attribute.find()) {
            int group = attribute.group(2) != null ? 2 : attribute.group(3) != null ? 3 : 4;
            String value = attribute.group(group);
            switch (attribute.group(1).toLowerCase(java.util.Locale.ROOT)) {
                case "name", "property" -> secret |= SecretNames.isSecretParameter(Decoded.html(value));
                case "type" -> secret |= value.equalsIgnoreCase("password");
                default -> {
                    start = attribute.start(group);
                    end = attribute.end(group);
                }
            }
        }
        if (!secret || start < 0) {
            return tag;
        }
        String value = replacement.of(Decoded.html(tag.substring(start, end)));
        return value == null ? tag : tag.substring(0, start) + value + tag.substring(end);
    }

    private static int unescaped(String text, int from, String quote) {
        char end = quote.charAt(0);
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == end) {
                return i;
            }
            if (c == '\\') {
                i++;
            }
        }
        return text.length();
    }

    private static int next(String text, int from, String quote) {
        int end = text.indexOf(quote, from);
        return end < 0 ? text.length() : end;
    }

    private static int parameterEnd(String text, int from, String quote) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || "&;\"'<>#".indexOf(c) >= 0) {
                return i;
            }
        }
        return text.length();
    }
}
