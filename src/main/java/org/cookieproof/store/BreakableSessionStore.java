package org.cookieproof.store;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A store that can be made to fail and mended again. Until then it is the one that it stands in front of. */
public final class BreakableSessionStore implements SessionStore {

    private final SessionStore behind;
    private final AtomicReference<@Nullable Broken> broken = new AtomicReference<>();

    public BreakableSessionStore(SessionStore behind) {
        this.behind = behind;
    }

    private record Broken(StoreFault fault, Duration delay, CountDownLatch mended) {}

    /**
     * From now on each use of it goes wrong.
     *
     * @param delay real time before it does; zero for at once
     */
    public void fail(StoreFault fault, Duration delay) {
        exchange(new Broken(fault, delay, new CountDownLatch(1)));
    }

    /** From now on it works; who waits for it goes on. */
    public void mend() {
        exchange(null);
    }

    @Override
    public Optional<byte[]> get(StoreKey key) {
        use();
        return behind.get(key);
    }

    @Override
    public void put(StoreKey key, byte[] value, Duration life) {
        use();
        behind.put(key, value, life);
    }

    @Override
    public void delete(StoreKey key) {
        use();
        behind.delete(key);
    }

    @Override
    public Optional<byte[]> take(StoreKey key) {
        use();
        return behind.take(key);
    }

    private void exchange(@Nullable Broken other) {
        Broken before = broken.getAndSet(other);
        if (before != null) {
            before.mended().countDown();
        }
    }

    private void use() {
        Broken now = broken.get();
        if (now == null) {
            return;
        }
        boolean mendedMeanwhile = false;
        try {
            mendedMeanwhile = now.mended().await(now.delay().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            // Whoever asks is being stopped: it gets no answer any more.
            Thread.currentThread().interrupt();
        }
        if (now.fault().fails() && !mendedMeanwhile) {
            throw new StoreUnavailableException(
                    "the session store: " + now.fault().name().toLowerCase(Locale.ROOT));
        }
    }
}
