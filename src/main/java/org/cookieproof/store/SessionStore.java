package org.cookieproof.store;

import java.time.Duration;
import java.util.Optional;

/**
 * A store of opaque values that end by themselves. Implementations are safe for many threads, and hand out and keep
 * copies, so that no caller can change what is stored. The last write wins, as in T277834.
 */
public interface SessionStore {

    /** The value, unless there is none or it has ended. */
    Optional<byte[]> get(StoreKey key);

    /**
     * Stores a value, replacing any other of this key; writing renews.
     *
     * @param life how long from now; positive
     * @throws IllegalArgumentException when {@code life} is not positive
     */
    void put(StoreKey key, byte[] value, Duration life);

    /** Removes the value; nothing happens if there is none. */
    void delete(StoreKey key);

    /** Reads and removes in one act: of many who ask at once, one gets the value. For one-time tokens. */
    Optional<byte[]> take(StoreKey key);
}
