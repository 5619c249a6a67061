package org.cookieproof.driver;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cookieproof.http.Body;
import org.cookieproof.http.Url;

/**
 * A request of the user agent's own.
 *
 * @param form    sent as {@code application/x-www-form-urlencoded}; empty for a request without content
 * @param json    sent as {@code application/json} in place of a form
 * @param headers besides the user agent's own; one that cannot add them throws {@link NotPossibleException}
 */
public record ApiRequest(
        String method, Url url, Map<String, String> form, Optional<String> json, Map<String, String> headers) {

    public ApiRequest {
        Objects.requireNonNull(method);
        Objects.requireNonNull(url);
        form = Collections.unmodifiableMap(new LinkedHashMap<>(form));
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        if (json.isPresent() && !form.isEmpty()) {
            throw new IllegalArgumentException("a request carries a form or JSON, not both");
        }
    }

    public ApiRequest(String method, Url url, Map<String, String> form) {
        this(method, url, form, Optional.empty(), Map.of());
    }

    public static ApiRequest get(Url url) {
        return new ApiRequest("GET", url, Map.of());
    }

    /** Empty for a request that carries nothing. */
    public Optional<Call.Content> content() {
        return json.map(text -> new Call.Content("application/json", Body.of(text)))
                .or(() -> form.isEmpty() ? Optional.empty() : Optional.of(FormEncoding.ofProgram(form)));
    }
}
