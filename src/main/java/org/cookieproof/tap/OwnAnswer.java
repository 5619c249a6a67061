package org.cookieproof.tap;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cookieproof.http.Body;
import org.cookieproof.http.HeaderField;
import org.cookieproof.http.Headers;

/**
 * A response that the tap gives by itself: below a reserved path of the target's hosts a page that a navigation starts
 * from, or a Set-Cookie line that the user agent is to receive from such a host; elsewhere the refusal of a blocker.
 *
 * @param headers without Content-Length and Connection, which the tap adds
 */
public record OwnAnswer(int status, Headers headers, Body body) {

    /** Paths that begin so are the tap's own on every host. No target may have pages there. */
    public static final String RESERVED = "/.cookieproof/";

    static final OwnAnswer NOT_FOUND = new OwnAnswer(
            404,
            Headers.of("Content-Type", "text/plain; charset=utf-8"),
            Body.of("Nothing is offered here. Paths below " + RESERVED + " belong to the harness.\n"));

    static final OwnAnswer BLOCKED = new OwnAnswer(
            403,
            Headers.of("Content-Type", "text/plain; charset=utf-8"),
            Body.of("Refused by the harness, as a blocker or a filtering proxy does.\n"));

    public OwnAnswer {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("not a final status: " + status);
        }
        Objects.requireNonNull(headers);
        Objects.requireNonNull(body);
    }

    /** Kept out of every cache, since it stands for nothing of the target's. */
    StandIn standIn() {
        List<HeaderField> fields = new ArrayList<>(headers.fields());
        fields.add(new HeaderField("Cache-Control", "no-store"));
        return new StandIn(status, new Headers(fields), body);
    }
}
