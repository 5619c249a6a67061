package org.cookieproof.http.cookie;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/**
 * The cookies of a jar, in the order in which their keys first came. Indexed by name and by expiry, so that a line costs
 * no walk through all of them: a hostile server sets ten thousand.
 */
final class HeldCookies {

    private final Map<Cookie.Key, Cookie> byKey = new LinkedHashMap<>();
    private final Map<String, Map<Cookie.Key, Cookie>> byName = new HashMap<>();

    /** Next to expire first. What has been replaced or removed since stays until its time comes, and is then passed over. */
    private final PriorityQueue<Cookie> expiring = new PriorityQueue<>(Comparator.comparing(HeldCookies::expiry));

    /** When each was last put in or sent, counted. */
    private final Map<Cookie.Key, Long> lastUse = new HashMap<>();

    private long uses;

    private static Instant expiry(Cookie cookie) {
        return Objects.requireNonNull(cookie.expiry());
    }

    Optional<Cookie> get(Cookie.Key key) {
        return Optional.ofNullable(byKey.get(key));
    }

    Collection<Cookie> all() {
        return Collections.unmodifiableCollection(byKey.values());
    }

    /** In the order of {@link #all}. */
    Collection<Cookie> named(String name) {
        return Collections.unmodifiableCollection(
                byName.getOrDefault(name, Map.of()).values());
    }

    /** In place of the one with its key. */
    void put(Cookie cookie) {
        byKey.put(cookie.key(), cookie);
        lastUse.put(cookie.key(), ++uses);
        byName.computeIfAbsent(cookie.name(), n -> new LinkedHashMap<>()).put(cookie.key(), cookie);
        if (cookie.isPersistent()) {
            expiring.add(cookie);
        }
    }

    /** Takes note that it was sent (RFC 6265bis §5.8.3 step 3). */
    void use(Cookie.Key key) {
        if (byKey.containsKey(key)) {
            lastUse.put(key, ++uses);
        }
    }

    /** Greater for what was put in or sent later; 0 for what is not held. */
    long lastUse(Cookie.Key key) {
        return lastUse.getOrDefault(key, 0L);
    }

    Optional<Cookie> remove(Cookie.Key key) {
        Cookie removed = byKey.remove(key);
        lastUse.remove(key);
        Map<Cookie.Key, Cookie> namesakes = byName.get(key.name());
        if (namesakes != null) {
            namesakes.remove(key);
            if (namesakes.isEmpty()) {
                byName.remove(key.name());
            }
        }
        return Optional.ofNullable(removed);
    }

    void removeIf(Predicate<Cookie> condition) {
        List<Cookie> going = byKey.values().stream().filter(condition).toList();
        going.forEach(cookie -> remove(cookie.key()));
    }

    void evictExpired(Instant now) {
        for (Cookie next = expiring.peek(); next != null && next.isExpiredAt(now); next = expiring.peek()) {
            expiring.remove();
            if (next.equals(byKey.get(next.key()))) {
                remove(next.key());
            }
        }
    }
}
