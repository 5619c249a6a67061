package org.cookieproof.http;

import java.util.Objects;

/** A request as the target's side of the recorder saw it leave the user agent. */
public record Request(String method, Url url, Headers headers, Body body) {

    public Request {
        Objects.requireNonNull(method);
        Objects.requireNonNull(url);
        Objects.requireNonNull(headers);
        Objects.requireNonNull(body);
    }
}
