package org.cookieproof.tap;

import java.util.Objects;
import org.cookieproof.http.Body;
import org.cookieproof.http.Headers;

/**
 * A response that the tap gives in the place of the target, which never hears of the request.
 *
 * @param status  200 to 599
 * @param headers without those that frame the message
 */
public record StandIn(int status, Headers headers, Body body) {

    public StandIn {
        WireRule.requireStatus(status);
        headers.fields().forEach(field -> {
            FieldText.requireRewritable(field.name());
            FieldText.requireOneLine(field.value());
        });
        Objects.requireNonNull(body);
        if ((status == 204 || status == 304) && body.fullLength() > 0) {
            throw new IllegalArgumentException("a response with status " + status + " has no body");
        }
    }
}
