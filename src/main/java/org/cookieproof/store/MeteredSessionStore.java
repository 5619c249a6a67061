package org.cookieproof.store;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** A store that counts how often each site uses the one behind it. */
public final class MeteredSessionStore implements SessionStore {

    private final SessionStore behind;
    private final Map<String, Count> counts = new ConcurrentHashMap<>();
    /** A request is answered on one thread, from its first byte to its last. */
    private final ThreadLocal<String> site = ThreadLocal.withInitial(() -> "");

    public MeteredSessionStore(SessionStore behind) {
        this.behind = behind;
    }

    private record Count(LongAdder reads, LongAdder writes) {}

    /** How often a site has read and written; a take is one of each, a deletion is a write. */
    public record Use(long reads, long writes) {}

    /** Answers a request, its uses counted for its site. */
    public <T> T during(String host, Supplier<T> answer) {
        site.set(host);
        try {
            return answer.get();
        } finally {
            site.remove();
        }
    }

    /** By host, of all that have used the store. */
    public Map<String, Use> uses() {
        Map<String, Use> uses = new TreeMap<>();
        counts.forEach((host, count) ->
                uses.put(host, new Use(count.reads().sum(), count.writes().sum())));
        return uses;
    }

    @Override
    public Optional<byte[]> get(StoreKey key) {
        count().reads().increment();
        return behind.get(key);
    }

    @Override
    public void put(StoreKey key, byte[] value, Duration life) {
        count().writes().increment();
        behind.put(key, value, life);
    }

    @Override
    public void delete(StoreKey key) {
        count().writes().increment();
        behind.delete(key);
    }

    @Override
    public Optional<byte[]> take(StoreKey key) {
        count().reads().increment();
        count().writes().increment();
        return behind.take(key);
    }

    private Count count() {
        return counts.computeIfAbsent(site.get(), host -> new Count(new LongAdder(), new LongAdder()));
    }
}
