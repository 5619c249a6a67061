package org.cookieproof.result;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a signal of the target moved during a run.
 *
 * @param before summed over all places where it was read; 0 where it could not be read
 * @param after  the same, at the end
 * @param moved  by how much; of a counter that began anew what it has counted since
 * @param unread why it could not be read; empty where it was
 * @param most   by how much it may move; empty where the plan does not say
 */
public record SignalMove(
        String signal, double before, double after, double moved, Optional<String> unread, OptionalInt most) {

    /** Why a signal was not read where no cell needed the target. */
    public static final String NEVER_UP = "the target was never up";

    public SignalMove {
        Objects.requireNonNull(signal);
        Objects.requireNonNull(unread);
        Objects.requireNonNull(most);
    }

    /** Whether it moved further than the plan lets it. */
    public boolean exceeds() {
        return unread.isEmpty() && most.isPresent() && moved > most.getAsInt();
    }

    /** Whether the plan asks for what could not be read. */
    public boolean isMissed() {
        return unread.isPresent() && most.isPresent();
    }

    /** Whether there was nothing that could have moved it. */
    public boolean isOfNothing() {
        return unread.isPresent() && unread.get().equals(NEVER_UP);
    }

    /** In words: {@code 3 → 9, moved by 6, at most 5}. */
    public String told() {
        String limit = most.isPresent() ? ", at most " + most.getAsInt() : "";
        return unread.map(why -> "could not be read: " + why)
                .orElseGet(() -> number(before) + " → " + number(after) + ", moved by " + number(moved) + limit);
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }
}
