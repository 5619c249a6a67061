package org.cookieproof.passport;

import java.util.Objects;

/** What came of playing one behaviour with one user agent. */
sealed interface Observation {

    /** The answer, off the wire. */
    record Seen(String answer) implements Observation {
        public Seen {
            Objects.requireNonNull(answer);
        }
    }

    /** The profile cannot be asked: it lacks what the question needs. */
    record NotAsked(String why) implements Observation {
        public NotAsked {
            Objects.requireNonNull(why);
        }
    }

    /** It could have been asked and gave no answer: it broke, or the wire did not come to rest. */
    record NotObserved(String why) implements Observation {
        public NotObserved {
            Objects.requireNonNull(why);
        }
    }
}
