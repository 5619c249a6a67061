package org.cookieproof.driver;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.cookieproof.http.Url;

/**
 * A request of the user agent's own.
 *
 * @param form sent as {@code application/x-www-form-urlencoded}; empty for a request without content
 */
public record ApiRequest(String method, Url url, Map<String, String> form) {

    public ApiRequest {
        Objects.requireNonNull(method);
        Objects.requireNonNull(url);
        form = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(form));
    }

    public static ApiRequest get(Url url) {
        return new ApiRequest("GET", url, Map.of());
    }
}
