package org.cookieproof.driver;

import java.util.Objects;
import org.cookieproof.http.Body;
import org.cookieproof.http.Url;
import org.jspecify.annotations.Nullable;

/**
 * One request as a client is told to make it.
 *
 * @param content null for a request without content
 * @param referer the value of the Referer field; null for none
 */
public record Call(
        String method,
        Url url,
        @Nullable Content content,
        @Nullable String referer) {

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
    }

    public static Call get(Url url) {
        return new Call("GET", url, null, null);
    }
}
