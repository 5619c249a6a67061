package org.cookieproof.farm.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cookies of a request as PHP reads them: the first of several with one name counts (facts 7.8), what has no
 * {@code =} is skipped, a space after {@code ;} may be missing, quotes belong to the value.
 */
public final class RequestCookies {

    private final Map<String, String> values;

    private RequestCookies(Map<String, String> values) {
        this.values = values;
    }

    /** Reads Cookie fields; several fields are one list, since HTTP/2 clients split and HTTP/1.1 proxies rejoin them. */
    public static RequestCookies parse(List<String> fields, DeletedLiteral deletedLiteral) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String field : fields) {
            for (String pair : field.split(";")) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    String value = Percent.decode(pair.substring(equals + 1).strip());
                    values.putIfAbsent(pair.substring(0, equals).strip(), value);
                }
            }
        }
        values.values().removeIf(value -> !deletedLiteral.counts(value));
        return new RequestCookies(values);
    }

    public Optional<String> value(CookieSpec cookie) {
        return Optional.ofNullable(values.get(cookie.name()));
    }

    public boolean has(CookieSpec cookie) {
        return values.containsKey(cookie.name());
    }
}
