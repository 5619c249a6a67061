package org.cookieproof.tap;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a rule may write into a message; anything else is refused where the rule is made. */
final class FieldText {

    /** RFC 9110 §5.6.2. */
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private static final Set<String> FRAMING = Set.of("content-length", "transfer-encoding", "connection");

    private FieldText() {}

    static void requireName(String name) {
        if (!TOKEN.matcher(name).matches()) {
            throw new IllegalArgumentException("not the name of a header field: '" + name + "'");
        }
    }

    static void requireRewritable(String name) {
        requireName(name);
        // A message whose framing lies would break the connection, not show a cookie defect.
        if (FRAMING.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("a rule cannot change " + name);
        }
    }

    static void requireOneLine(String text) {
        if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("a header field is one line"); // not which: it may be a secret
        }
    }

    /** Whether {@code $3} and the like in a replacement are groups of the pattern. */
    static void requireReplacement(Pattern found, String replacement) {
        // The same groups, in a pattern that finds something everywhere.
        Matcher sure =
                Pattern.compile("(?:" + found.pattern() + "\n)|", found.flags()).matcher("");
        try {
            sure.replaceFirst(replacement);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    "'" + replacement + "' does not fit '" + found + "': " + e.getMessage(), e);
        }
    }
}
