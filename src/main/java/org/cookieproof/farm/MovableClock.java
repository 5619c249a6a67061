package org.cookieproof.farm;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** The farm's clock: another one, and by how much it has been put forward. Clients keep their own time. */
final class MovableClock implements InstantSource {

    private final InstantSource base;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    MovableClock(InstantSource base) {
        this.base = base;
    }

    @Override
    public Instant instant() {
        return base.instant().plus(ahead.get());
    }

    void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("a clock is put forward, not back: " + by);
        }
        ahead.accumulateAndGet(by, Duration::plus);
    }
}
