package org.cookieproof.run;

import java.util.Objects;

/** What a signal stood at, or why nobody knows. */
sealed interface SignalReading {

    /** A number that was read. */
    record Value(double number) implements SignalReading {}

    /** Nothing was read. */
    record Unread(String why) implements SignalReading {
        public Unread {
            Objects.requireNonNull(why);
        }
    }

    /** What reads a signal says by this that it cannot. */
    final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1;

        UnreadableException(String why) {
            super(why);
        }
    }
}
