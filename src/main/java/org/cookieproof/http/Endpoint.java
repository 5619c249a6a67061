package org.cookieproof.http;

import java.util.Locale;
import java.util.Objects;

/** A host under one scheme, at that scheme's default port: what an address is looked up for. */
public record Endpoint(Scheme scheme, String host) {

    public Endpoint {
        Objects.requireNonNull(scheme);
        host = host.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return scheme + "://" + host;
    }
}
