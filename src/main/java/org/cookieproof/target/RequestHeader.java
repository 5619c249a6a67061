package org.cookieproof.target;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A header field that the tap adds to what is asked of some hosts, and of no other.
 *
 * @param answeredBy what their answers must then show
 */
public record RequestHeader(String name, ValueSource value, Set<String> hosts, Optional<AnsweredBy> answeredBy) {

    /** A token (RFC 9110 §5.6.2). */
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    /** What frames a message, leads it, or is what a user agent is tested for. */
    private static final Set<String> TAKEN = Set.of(
            "host",
            "connection",
            "content-length",
            "transfer-encoding",
            "upgrade",
            "proxy-connection",
            "proxy-authorization",
            "cookie");

    /**
     * @param header  of each answer, as {@code X-Served-By}
     * @param matches found in its value
     */
    public record AnsweredBy(String header, Pattern matches) {
        public AnsweredBy {
            Objects.requireNonNull(header);
            Objects.requireNonNull(matches);
        }
    }

    public RequestHeader {
        Objects.requireNonNull(name);
        Objects.requireNonNull(value);
        hosts = hosts.stream().map(h -> h.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        Objects.requireNonNull(answeredBy);
    }

    /** Why no field of this name is added; empty where it is. */
    static Optional<String> whyNot(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.of("'" + name + "' is not the name of a header field");
        }
        return TAKEN.contains(name.toLowerCase(Locale.ROOT))
                ? Optional.of("the field " + name + " belongs to the user agent; no target can have another sent")
                : Optional.empty();
    }

    /** Why no field has this value; empty where it can. */
    public static Optional<String> whyNotValue(String value) {
        return value.isBlank() || value.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f || c > 0xff)
                ? Optional.of("the value of a header field is one line of Latin-1 text, and not blank")
                : Optional.empty();
    }
}
