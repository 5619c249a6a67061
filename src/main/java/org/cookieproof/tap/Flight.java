package org.cookieproof.tap;

import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.time.Instant;
import org.cookieproof.http.Body;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.Headers;
import org.cookieproof.http.Request;
import org.cookieproof.http.Response;
import org.cookieproof.http.Url;
import org.jspecify.annotations.Nullable;

/** An exchange while it happens, and afterwards. Written by one event loop, read by any thread. */
final class Flight {

    /** What is known when the request's head has arrived. */
    record Start(
            int number,
            Instant at,
            long nanos,
            Exchange.Sender sender,
            int step,
            boolean late,
            int clientPort,
            String method,
            Url url,
            Headers headers,
            String userAgent,
            boolean answeredByHarness,
            boolean aside) {}

    private record Head(int status, String reason, Headers headers, long declaredLength) {}

    private final Start start;
    private final BodyBuffer requestBody;
    private final BodyBuffer responseBody;
    private @Nullable Head head;
    private @Nullable Duration took;
    /** Why it did not end as it should have; with a head, the response is there but cut short. */
    private @Nullable String trouble;

    private @Nullable Exchange finished;

    /**
     * @param bodyLimit octets kept of each body
     * @param bodies    octets kept of all bodies of the cell
     */
    Flight(Start start, long bodyLimit, Allowance bodies) {
        this.start = start;
        this.requestBody = new BodyBuffer(bodyLimit, bodies);
        this.responseBody = new BodyBuffer(bodyLimit, bodies);
    }

    /** Whether the harness alone goes on from its answer, and no page does. */
    boolean isAside() {
        return start.aside();
    }

    Exchange.Sender sender() {
        return start.sender();
    }

    String name() {
        return "#" + start.number() + " " + start.method() + " " + start.url();
    }

    int clientPort() {
        return start.clientPort();
    }

    String method() {
        return start.method();
    }

    /** The request so far. */
    synchronized Request request() {
        return new Request(start.method(), start.url(), start.headers(), requestBody.body());
    }

    synchronized void requestContent(ByteBuf content) {
        requestBody.append(content);
    }

    /**
     * @param declaredLength of the body in octets; negative when the length is not told beforehand
     */
    synchronized void answered(int status, String reason, Headers headers, long declaredLength) {
        if (took == null) {
            head = new Head(status, reason, headers, declaredLength);
        }
    }

    synchronized void responseContent(ByteBuf content) {
        if (took == null) {
            responseBody.append(content);
        }
    }

    synchronized boolean isAnswered() {
        return head != null;
    }

    /**
     * Ends it; only the first end counts.
     *
     * @param why null when the response is complete
     * @return whether this was the first end
     */
    synchronized boolean end(long nanos, @Nullable String why) {
        if (took != null) {
            return false;
        }
        took = Duration.ofNanos(nanos - start.nanos());
        trouble = why;
        return true;
    }

    /** As far as it has come by now. */
    synchronized Exchange exchange(long nanos) {
        if (finished != null) {
            return finished;
        }
        boolean whole = took != null && trouble == null;
        Duration soFar = took != null ? took : Duration.ofNanos(nanos - start.nanos());
        Response response =
                head == null ? null : new Response(head.status(), head.reason(), head.headers(), body(head, whole));
        String failure = head != null ? null : trouble != null ? trouble : Exchange.ENDED_BY_USER_AGENT + " yet";
        Exchange exchange = new Exchange(
                start.number(),
                start.at(),
                soFar,
                start.sender(),
                start.step(),
                start.late(),
                request(),
                response,
                failure,
                start.userAgent(),
                start.answeredByHarness());
        if (took != null) {
            finished = exchange;
        }
        return exchange;
    }

    private Body body(Head head, boolean whole) {
        Body body = responseBody.decoded(head.headers().combined("Content-Encoding"), took != null);
        if (whole || body.isTruncated()) {
            return body;
        }
        // At least one octet was missing, were it only of the last chunk.
        return Body.truncated(body.bytes(), Math.max(head.declaredLength(), body.fullLength() + 1));
    }
}
