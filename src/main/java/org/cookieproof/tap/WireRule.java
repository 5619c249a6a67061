package org.cookieproof.tap;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A change made to exchanges on their way: how a defect is put on the wire without touching the target. The recording
 * holds the request as the user agent sent it and the response as the user agent received it.
 *
 * @param onRequest  changes to the request before the target sees it
 * @param standIn    what is answered instead of asking the target; rules change it as they would the target's answer
 * @param status     what the status becomes
 * @param onResponse changes to the response before the user agent sees it
 * @param delay      how long the response's head is held back, at most {@link #LONGEST_DELAY}
 */
public record WireRule(
        String id,
        When when,
        List<Rewrite> onRequest,
        Optional<StandIn> standIn,
        Optional<Integer> status,
        List<Rewrite> onResponse,
        Duration delay) {

    /** Well below a user agent's patience: a longer one would test that. */
    public static final Duration LONGEST_DELAY = Duration.ofSeconds(10);

    public WireRule {
        Objects.requireNonNull(id);
        onRequest = List.copyOf(onRequest);
        onResponse = List.copyOf(onResponse);
        status.ifPresent(WireRule::requireStatus);
        if (delay.isNegative() || delay.compareTo(LONGEST_DELAY) > 0) {
            throw new IllegalArgumentException(
                    "a delay is at most " + LONGEST_DELAY.toMillis() + " ms, not " + delay.toMillis());
        }
        if (when.asksResponse() && (!onRequest.isEmpty() || standIn.isPresent())) {
            throw new IllegalArgumentException(
                    "what happens to a request cannot depend on its response (status, response-header, content-type,"
                            + " sets-cookie)");
        }
    }

    /** One that changes the response's fields only. */
    public WireRule(String id, When when, List<Rewrite> onResponse) {
        this(id, when, List.of(), Optional.empty(), Optional.empty(), onResponse, Duration.ZERO);
    }

    static void requireStatus(int status) {
        // A 1xx would announce a response that never comes.
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("a final status is from 200 to 599, not " + status);
        }
    }
}
