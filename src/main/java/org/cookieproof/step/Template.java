package org.cookieproof.step;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills <code>${parameter}</code> in the texts of a flow. */
final class Template {

    private static final Pattern HOLE = Pattern.compile("\\$\\{([A-Za-z][A-Za-z0-9-]*)}");

    private Template() {}

    static String fill(String text, Map<String, String> values) {
        return fill(text, values, UnaryOperator.identity());
    }

    /** The same inside a URL: values are encoded as form parameters are. */
    static String fillUrl(String text, Map<String, String> values) {
        return fill(text, values, v -> URLEncoder.encode(v, StandardCharsets.UTF_8));
    }

    private static String fill(String text, Map<String, String> values, UnaryOperator<String> encode) {
        return HOLE.matcher(text).replaceAll(m -> {
            String value = values.get(m.group(1));
            if (value == null) {
                throw new IllegalArgumentException("nothing is called '" + m.group(1) + "' in: " + text);
            }
            return Matcher.quoteReplacement(encode.apply(value));
        });
    }
}
