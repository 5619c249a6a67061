package org.cookieproof.target;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cookieproof.http.Endpoint;
import org.cookieproof.http.Scheme;

/**
 * A header field that the tap adds to what is asked of some hosts, and of no other.
 *
 * @param schemes    over which it is added; a secret goes over https alone, unless somebody has said otherwise
 * @param answeredBy what their answers must then show
 */
public record RequestHeader(
        String name, ValueSource value, Set<String> hosts, Set<Scheme> schemes, Optional<AnsweredBy> answeredBy) {

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
        schemes = Set.copyOf(schemes);
        Objects.requireNonNull(answeredBy);
    }

    /** The schemes of a field of which nothing is said. Over http whoever is on the way reads it. */
    static Set<Scheme> schemesOf(ValueSource value) {
        return value.isSecret() ? Set.of(Scheme.HTTPS) : Set.of(Scheme.values());
    }

    static String told(Set<Scheme> schemes) {
        return schemes.stream().map(Scheme::wireName).sorted().collect(Collectors.joining(" and "));
    }

    /** Where it is added. */
    public Set<Endpoint> endpoints() {
        return hosts.stream()
                .flatMap(host -> schemes.stream().map(scheme -> new Endpoint(scheme, host)))
                .collect(Collectors.toUnmodifiableSet());
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
