package org.cookieproof.farm.session;

import java.time.Duration;

/** When a session that is used is written again, for it to live on (T127772). */
public enum Renewal {
    /** When half its life is over, so that most page views write nothing. */
    PAST_HALF_ITS_LIFE {
        @Override
        boolean isDue(long millisLeft, Duration life) {
            return millisLeft < life.toMillis() / 2;
        }
    },
    /** Each time. */
    ON_EVERY_REQUEST {
        @Override
        boolean isDue(long millisLeft, Duration life) {
            return true;
        }
    };

    /** Whether one with so much of its life left is written. */
    abstract boolean isDue(long millisLeft, Duration life);
}
