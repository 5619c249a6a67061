package org.cookieproof.http.cookie;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a server may send in Set-Cookie: the grammar of RFC 6265bis §4.1.1, and what §4.1.2.3 and §4.1.3 ask of it. It
 * shares nothing with {@link SetCookieLine}, which reads whatever comes.
 */
public final class SetCookieSyntax {

    private static final String GRAMMAR = "RFC 6265bis §4.1.1";

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+"); // RFC 9110 §5.6.2
    private static final String OCTETS = "[\\x21\\x23-\\x2B\\x2D-\\x3A\\x3C-\\x5B\\x5D-\\x7E]*";
    private static final Pattern VALUE = Pattern.compile(OCTETS + "|\"" + OCTETS + "\"");
    private static final Pattern AV_OCTETS = Pattern.compile("[\\x20-\\x3A\\x3C-\\x7E]*");
    private static final String LABEL = "[0-9A-Za-z](?:[0-9A-Za-z-]{0,61}[0-9A-Za-z])?"; // RFC 1034 §3.5, RFC 1123 §2.1
    private static final Pattern SUBDOMAIN = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*");

    private SetCookieSyntax() {}

    /**
     * One thing that a server should not have sent.
     *
     * @param section  the rule, such as {@code RFC 6265bis §4.1.1}
     * @param message  what is wrong, in words
     * @param harmless whether the algorithm of §5.6, and so every browser, reads it as it was meant nevertheless:
     *     {@code Max-Age=0}, {@code Domain=.x}, white space around {@code =}. PHP sends the first with every deletion and
     *     MediaWiki the second with every central cookie, though some HTTP clients stumble over them.
     */
    public record Violation(String section, String message, boolean harmless) {

        public Violation {
            Objects.requireNonNull(section);
            Objects.requireNonNull(message);
        }

        public Violation(String section, String message) {
            this(section, message, false);
        }
    }

    /** All that is wrong with one field value, in its order; empty when it is as it should be. */
    public static List<Violation> violations(String fieldValue) {
        String[] pieces = fieldValue.split(";", -1);
        Part pair = Part.of(pieces[0]);
        List<Part> attributes = Stream.of(pieces)
                .skip(1)
                .map(piece -> Part.of(piece.replaceFirst("^[ \t]+", ""))) // OWS, which may stand there
                .toList();
        List<Violation> found = new ArrayList<>();
        pair(pair, found);
        attributes.forEach(attribute -> attribute(attribute, found));
        repeated(attributes, found);
        prefix(pair.name, attributes, found);
        return List.copyOf(found);
    }

    /** One piece between semicolons, cut at its first {@code =}; {@code value} is empty where there was none. */
    private record Part(String name, Optional<String> value, Optional<Violation> spacing) {

        boolean named(String other) {
            return name.equalsIgnoreCase(other);
        }

        static Part of(String piece) {
            int equals = piece.indexOf('=');
            String name = equals < 0 ? piece : piece.substring(0, equals);
            String value = equals < 0 ? "" : piece.substring(equals + 1);
            String trimmedName = SetCookieParser.trim(name);
            String trimmedValue = SetCookieParser.trim(value);
            boolean spaced = !trimmedName.equals(name) || !trimmedValue.equals(value);
            return new Part(
                    trimmedName,
                    equals < 0 ? Optional.empty() : Optional.of(trimmedValue),
                    spaced
                            ? Optional.of(new Violation(
                                    "RFC 9110 §5.6.3",
                                    "white space around '" + visible(trimmedName) + "' or its value",
                                    true))
                            : Optional.empty());
        }
    }

    private static void pair(Part pair, List<Violation> found) {
        pair.spacing().ifPresent(found::add);
        if (pair.value.isEmpty()) {
            found.add(new Violation(GRAMMAR, "the cookie has no '='"));
            return;
        }
        if (!TOKEN.matcher(pair.name).matches()) {
            found.add(new Violation(GRAMMAR, "the cookie's name '" + visible(pair.name) + "' is not a token"));
        }
        String value = pair.value.get();
        if (!VALUE.matcher(value).matches()) {
            found.add(new Violation(GRAMMAR, "the value of " + visible(pair.name) + " has " + offender(value)));
        }
    }

    private static void attribute(Part attribute, List<Violation> found) {
        attribute.spacing().ifPresent(found::add);
        String value = attribute.value.orElse("");
        switch (attribute.name.toLowerCase(Locale.ROOT)) {
            case "expires" -> {
                if (!CookieDate.isImfFixdate(value)) {
                    found.add(new Violation(GRAMMAR, "Expires=" + visible(value) + " is not an IMF-fixdate"));
                }
            }
            case "max-age" -> maxAge(value, found);
            case "domain" -> domain(value, found);
            case "secure", "httponly" ->
                attribute.value.ifPresent(v -> found.add(new Violation(GRAMMAR, attribute.name + " takes no value")));
            case "samesite" -> {
                if (!Set.of("strict", "lax", "none").contains(value.toLowerCase(Locale.ROOT))) {
                    found.add(new Violation(GRAMMAR, "SameSite=" + visible(value) + " is not Strict, Lax or None"));
                }
            }
            default -> {
                if (!AV_OCTETS.matcher(attribute.name + value).matches()) {
                    found.add(new Violation(GRAMMAR, visible(attribute.name) + " has a control or non-ASCII octet"));
                }
            }
        }
    }

    private static void maxAge(String value, List<Violation> found) {
        if (!value.matches("[1-9][0-9]*")) {
            boolean zero = value.equals("0");
            found.add(new Violation(
                    GRAMMAR, "Max-Age=" + visible(value) + " is not a number that begins with 1 to 9", zero));
        }
    }

    private static void domain(String value, List<Violation> found) {
        boolean dotted = value.startsWith(".");
        if (!SUBDOMAIN.matcher(dotted ? value.substring(1) : value).matches()) {
            found.add(new Violation(GRAMMAR, "Domain=" + visible(value) + " is not a domain name"));
        } else if (dotted) {
            found.add(new Violation("RFC 6265bis §4.1.2.3", "Domain=" + value + " begins with a dot", true));
        }
    }

    private static void repeated(List<Part> attributes, List<Violation> found) {
        Set<String> seen = new HashSet<>();
        for (Part attribute : attributes) {
            if (!attribute.name.isEmpty() && !seen.add(attribute.name.toLowerCase(Locale.ROOT))) {
                found.add(new Violation(GRAMMAR, visible(attribute.name) + " is there more than once"));
            }
        }
    }

    private static void prefix(String name, List<Part> attributes, List<Violation> found) {
        boolean secure = attributes.stream().anyMatch(a -> a.named("Secure"));
        boolean domain = attributes.stream().anyMatch(a -> a.named("Domain"));
        boolean rooted = attributes.stream()
                .anyMatch(a -> a.named("Path") && a.value.orElse("").equals("/"));
        if (name.startsWith(CookiePrefix.SECURE) && !secure) {
            found.add(new Violation("RFC 6265bis §4.1.3.1", visible(name) + " without Secure"));
        }
        if (name.startsWith(CookiePrefix.HOST) && !(secure && rooted && !domain)) {
            found.add(new Violation("RFC 6265bis §4.1.3.2", visible(name) + " needs Secure, Path=/ and no Domain"));
        }
    }

    private static String offender(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        String inner = quoted ? value.substring(1, value.length() - 1) : value;
        Pattern octet = Pattern.compile(OCTETS);
        return inner.chars()
                .filter(c -> !octet.matcher(Character.toString(c)).matches())
                .mapToObj(c -> c > 0x20 && c < 0x7F ? "'" + (char) c + "'" : String.format("%%x%02X", c))
                .findFirst()
                .orElse("a stray quote");
    }

    /** For a message: whatever a target sent, without octets that a terminal or a report might trip over. */
    private static String visible(String text) {
        return text.replaceAll("[^\\x20-\\x7E]", "?");
    }
}
