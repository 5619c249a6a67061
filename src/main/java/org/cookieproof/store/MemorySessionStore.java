package org.cookieproof.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A session store in this process' memory. */
public final class MemorySessionStore implements SessionStore {

    /** Ended values are swept out once in so many writes, so that a long run does not fill the heap. */
    private static final int WRITES_BETWEEN_SWEEPS = 1024;

    private final Map<StoreKey, Stored> values = new ConcurrentHashMap<>();
    private final AtomicInteger writes = new AtomicInteger();
    private final InstantSource clock;

    public MemorySessionStore(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Optional<byte[]> get(StoreKey key) {
        return live(values.get(key));
    }

    @Override
    public void put(StoreKey key, byte[] value, Duration life) {
        if (life.isNegative() || life.isZero()) {
            throw new IllegalArgumentException("a value must live for some time, not " + life);
        }
        if (writes.incrementAndGet() % WRITES_BETWEEN_SWEEPS == 0) {
            Instant now = clock.instant();
            values.values().removeIf(stored -> stored.endedAt(now));
        }
        values.put(key, new Stored(value.clone(), clock.instant().plus(life)));
    }

    @Override
    public void delete(StoreKey key) {
        values.remove(key);
    }

    @Override
    public Optional<byte[]> take(StoreKey key) {
        return live(values.remove(key));
    }

    /** The keys of all that has not ended; for those who look after the store, not for those who use it. */
    public Set<StoreKey> keys() {
        Instant now = clock.instant();
        return values.entrySet().stream()
                .filter(entry -> !entry.getValue().endedAt(now))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Puts another value in place of one, which ends when that would have; nothing happens if there is none. */
    public void replace(StoreKey key, UnaryOperator<byte[]> change) {
        values.computeIfPresent(
                key, (k, stored) -> new Stored(change.apply(stored.value().clone()), stored.end()));
    }

    private Optional<byte[]> live(@Nullable Stored stored) {
        return stored == null || stored.endedAt(clock.instant())
                ? Optional.empty()
                : Optional.of(stored.value().clone());
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves this class uncopied
    private record Stored(byte[] value, Instant end) {
        boolean endedAt(Instant now) {
            return !now.isBefore(end);
        }
    }
}
