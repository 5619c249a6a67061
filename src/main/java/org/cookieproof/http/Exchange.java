package org.cookieproof.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request and what came of it.
 *
 * @param number     from 1, in the order in which the recorder received the requests of one cell
 * @param startedAt  when the first octet of the request reached the recorder
 * @param took       until the response's end, or until the failure
 * @param sender     who sent it
 * @param step       the index, from 1, of the scenario step during which it was sent; 0 before the first
 * @param late       sent after its step had ended (a pixel, a beacon); still this cell's
 * @param response   null when none came
 * @param failure    why no response came; null when one did
 * @param userAgent  the name of the user agent whose exchange it is; empty for the one that every cell has
 * @param answeredByHarness whether the recorder itself answered, in the target's stead: such a response is nothing that
 *                   the target did, though the user agent takes its cookies like any other's
 */
public record Exchange(
        int number,
        Instant startedAt,
        Duration took,
        Sender sender,
        int step,
        boolean late,
        Request request,
        @Nullable Response response,
        @Nullable String failure,
        String userAgent,
        boolean answeredByHarness) {

    /** Who sent a request. */
    public enum Sender {
        /** The user agent under test, of its own or driven by a step. */
        USER_AGENT,
        /** The user agent under test, asked by the harness who it is signed in as. Counts in no budget. */
        PROBE,
        /** The harness's own raw client: replayed jars, and cookies asked whose they are. */
        HARNESS
    }

    public Exchange {
        Objects.requireNonNull(startedAt);
        Objects.requireNonNull(took);
        Objects.requireNonNull(sender);
        Objects.requireNonNull(request);
        Objects.requireNonNull(userAgent);
        if ((response == null) == (failure == null)) {
            throw new IllegalArgumentException("an exchange has either a response or a failure");
        }
    }

    /** An exchange of the first user agent with the target. */
    public Exchange(
            int number,
            Instant startedAt,
            Duration took,
            Sender sender,
            int step,
            boolean late,
            Request request,
            @Nullable Response response,
            @Nullable String failure) {
        this(number, startedAt, took, sender, step, late, request, response, failure, "", false);
    }

    /** The same exchange with other words on the wire, as when secrets are taken out of it. */
    public Exchange saying(Request request, @Nullable Response response, @Nullable String failure) {
        return new Exchange(
                number, startedAt, took, sender, step, late, request, response, failure, userAgent, answeredByHarness);
    }

    /** What a recorder writes as failure when the user agent gave up, or the cell was over, before the answer came. */
    public static final String ENDED_BY_USER_AGENT = "the user agent did not wait for the answer";

    /** Whether there is no answer because nobody waited for it: an image that a navigation cancelled, say. */
    public boolean endedByUserAgent() {
        return failure != null && failure.startsWith(ENDED_BY_USER_AGENT);
    }

    public Optional<Response> answer() {
        return Optional.ofNullable(response);
    }

    public Url url() {
        return request.url();
    }

    /** {@code #7 POST https://host/path} with the status, for a person. */
    public String summary() {
        return "#" + number + " " + request.method() + " " + request.url() + " → "
                + (response == null ? failure : String.valueOf(response.status()));
    }
}
