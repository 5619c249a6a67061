package org.cookieproof.http;

import java.util.List;
import java.util.Objects;

/** A response as the user agent got it. */
public record Response(int status, String reason, Headers headers, Body body) {

    public Response {
        Objects.requireNonNull(reason);
        Objects.requireNonNull(headers);
        Objects.requireNonNull(body);
    }

    /** The Set-Cookie field values in the order of the wire: order decides between two lines of one cookie. */
    public List<String> setCookies() {
        return headers.values("Set-Cookie");
    }

    public boolean isRedirect() {
        return status >= 300 && status < 400 && status != 304 && headers.has("Location");
    }
}
