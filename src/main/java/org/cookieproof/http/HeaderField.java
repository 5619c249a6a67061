package org.cookieproof.http;

import java.util.Objects;

/**
 * One header field line as received: name and value keep the case and the octets of the wire, each octet as the
 * ISO-8859-1 character of the same number (RFC 9110 §5.5).
 */
public record HeaderField(String name, String value) {

    public HeaderField {
        Objects.requireNonNull(name);
        Objects.requireNonNull(value);
    }

    /** Field names are compared without regard to case (RFC 9110 §5.1). */
    public boolean named(String other) {
        return name.equalsIgnoreCase(other);
    }

    /** The line as a person reads it: {@code name: value}. */
    @Override
    public String toString() {
        return name + ": " + value;
    }
}
