package org.cookieproof.driver;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.cookieproof.http.Body;
import org.cookieproof.http.Url;
import org.jspecify.annotations.Nullable;

/**
 * One request as a client is told to make it.
 *
 * @param content null for a request without content
 * @param referer the value of the Referer field; null for none
 * @param headers further fields, besides the client's own
 */
public record Call(
        String method,
        Url url,
        @Nullable Content content,
        @Nullable String referer,
        Map<String, String> headers) {

    /** What a request carries, under its media type. */
    public record Content(String type, Body body) {
        public Content {
            Objects.requireNonNull(type);
            Objects.requireNonNull(body);
        }
    }

    public Call {
        Objects.requireNonNull(method);
        Objects.requireNonNull(url);
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** A request with the client's own header fields. */
    public Call(String method, Url url, @Nullable Content content, @Nullable String referer) {
        this(method, url, content, referer, Map.of());
    }

    public static Call get(Url url) {
        return new Call("GET", url, null, null);
    }
}
