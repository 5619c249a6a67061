package org.cookieproof.tap;

import java.util.List;
import java.util.Objects;
import org.cookieproof.http.Headers;
import org.cookieproof.http.Request;

/**
 * Which exchanges a rule is for.
 *
 * @param conditions all of which must hold; those of the response are asked of what earlier rules have made of it
 * @param occurrence which of the exchanges of one cell for which they hold
 */
public record When(List<Condition> conditions, Occurrence occurrence) {

    /** Every exchange. */
    public static final When ALWAYS = new When(List.of(), Occurrence.EVERY);

    /**
     * From one number to another, both included, counting from 1.
     *
     * <p>Only the user agent's own exchanges are counted, and unless every one is meant only they are changed: how often
     * the harness looks must not decide what the user agent gets.
     */
    public record Occurrence(int first, int last) {

        public static final Occurrence EVERY = new Occurrence(1, Integer.MAX_VALUE);

        public Occurrence {
            if (first < 1 || last < first) {
                throw new IllegalArgumentException("not an occurrence: " + first + " to " + last);
            }
        }

        boolean includes(int number) {
            return first <= number && number <= last;
        }
    }

    public When {
        conditions = List.copyOf(conditions);
        Objects.requireNonNull(occurrence);
    }

    public When(Condition... conditions) {
        this(List.of(conditions), Occurrence.EVERY);
    }

    /** Whether it cannot be told before the target has answered. */
    public boolean asksResponse() {
        return conditions.stream().anyMatch(Condition.OfResponse.class::isInstance);
    }

    boolean holds(Request request) {
        return conditions.stream()
                .filter(Condition.OfRequest.class::isInstance)
                .allMatch(c -> ((Condition.OfRequest) c).holds(request));
    }

    boolean holds(int status, Headers headers) {
        return conditions.stream()
                .filter(Condition.OfResponse.class::isInstance)
                .allMatch(c -> ((Condition.OfResponse) c).holds(status, headers));
    }

    boolean holds(Request request, int status, Headers response) {
        return holds(request) && holds(status, response);
    }
}
