package org.cookieproof.tap;

import java.util.List;
import java.util.Objects;
import org.cookieproof.http.Headers;
import org.cookieproof.http.Request;

/**
 * A change made to responses before the user agent sees them: how a defect is put on the wire without touching the
 * target. The recording holds what the user agent received, which is the changed response.
 */
public record WireRule(String id, When when, List<Rewrite> rewrites) {

    public WireRule {
        Objects.requireNonNull(id);
        Objects.requireNonNull(when);
        rewrites = List.copyOf(rewrites);
    }

    Headers apply(Request request, int status, Headers headers) {
        if (!when.holds(request, status)) {
            return headers;
        }
        Headers changed = headers;
        for (Rewrite rewrite : rewrites) {
            changed = rewrite.apply(changed);
        }
        return changed;
    }
}
