package org.cookieproof.target.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file with places named <code>${like this}</code>. */
public record Template(String name, String text) {

    private static final Pattern PLACE = Pattern.compile("\\$\\{(\\w+)\\}");

    /** The resource of that name beside a class. */
    public static Template of(Class<?> beside, String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
            return new Template(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** @throws IllegalArgumentException if a place has no value */
    public String filled(Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(place -> {
            String value = values.get(place.group(1));
            if (value == null) {
                throw new IllegalArgumentException(name + ": no value for " + place.group());
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
