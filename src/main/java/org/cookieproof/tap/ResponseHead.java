package org.cookieproof.tap;

import java.util.Objects;
import org.cookieproof.http.Headers;

/**
 * What comes before a response's body.
 *
 * @param status three digits, never 1xx
 * @param reason as on the status line; may be empty
 */
record ResponseHead(int status, String reason, Headers headers) {

    ResponseHead {
        Objects.requireNonNull(reason);
        Objects.requireNonNull(headers);
    }

    ResponseHead with(Headers others) {
        return new ResponseHead(status, reason, others);
    }

    /** Whether no body follows, whatever the fields say (RFC 9112 §6.3). */
    boolean isBodiless() {
        return status == 204 || status == 205 || status == 304;
    }
}
