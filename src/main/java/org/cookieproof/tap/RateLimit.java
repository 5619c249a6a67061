package org.cookieproof.tap;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * So many requests per second to the whole of a target, evenly spaced: a token bucket that holds one token. Whoever comes
 * too early is told how long to wait; nobody is turned away. Shared by all taps of a run; safe for several threads.
 */
public final class RateLimit {

    private static final double NANOS = 1e9;

    private final long spacing;
    private final LongSupplier nanoTime;
    private long next;

    /**
     * @param perSecond above 0
     * @param nanoTime  as {@link System#nanoTime()}
     */
    public RateLimit(double perSecond, LongSupplier nanoTime) {
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException("a rate is above 0 requests per second, not " + perSecond);
        }
        this.spacing = (long) (NANOS / perSecond);
        this.nanoTime = nanoTime;
        this.next = nanoTime.getAsLong();
    }

    /** Takes the next turn. @return how long after now it is; zero for at once */
    synchronized Duration takeTurn() {
        long now = nanoTime.getAsLong();
        // Differences only: what nanoTime counts from may be anything, and it may overflow.
        long wait = Math.max(0, next - now);
        next = now + wait + spacing;
        return Duration.ofNanos(wait);
    }
}
