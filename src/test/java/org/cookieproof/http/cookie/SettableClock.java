package org.cookieproof.http.cookie;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that moves only when told to. */
final class SettableClock implements InstantSource {

    private Instant now = Instant.parse("2026-11-21T21:16:34Z");

    @Override
    public Instant instant() {
        return now;
    }

    void advance(Duration duration) {
        now = now.plus(duration);
    }
}
