package org.cookieproof.http.cookie;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cookieproof.http.Headers;

/**
 * A request's cookies in the order of the wire, as a tolerant server reads them: the inverse of RFC 6265bis §5.8.3
 * step 4. Names may repeat; values keep their quotes and are not decoded.
 */
public record CookieHeader(List<Pair> pairs) {

    /** One cookie of a request; the name is empty for a pair without {@code =}. */
    public record Pair(String name, String value) {

        public Pair {
            Objects.requireNonNull(name);
            Objects.requireNonNull(value);
        }
    }

    public CookieHeader {
        pairs = List.copyOf(pairs);
    }

    /** All Cookie lines of a request; HTTP/2 may split them (RFC 9113 §8.2.3). */
    public static CookieHeader of(Headers headers) {
        return new CookieHeader(parse(String.join("; ", headers.values("Cookie"))));
    }

    /** The pairs of one field value; empty ones are passed over, white space around names and values is dropped. */
    public static List<Pair> parse(String fieldValue) {
        List<Pair> pairs = new ArrayList<>();
        for (String part : fieldValue.split(";", -1)) {
            String pair = SetCookieParser.trim(part);
            int equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                pairs.add(new Pair(
                        equals < 0 ? "" : SetCookieParser.trim(pair.substring(0, equals)),
                        SetCookieParser.trim(pair.substring(equals + 1))));
            }
        }
        return List.copyOf(pairs);
    }

    /** The values under this name, in order; names are compared with regard to case. */
    public List<String> values(String name) {
        return pairs.stream()
                .filter(pair -> pair.name().equals(name))
                .map(Pair::value)
                .toList();
    }

    /** The value that a server such as PHP takes where a name repeats: the first. */
    public Optional<String> first(String name) {
        return values(name).stream().findFirst();
    }

    public boolean has(String name) {
        return pairs.stream().anyMatch(pair -> pair.name().equals(name));
    }
}
