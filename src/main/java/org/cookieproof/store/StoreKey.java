package org.cookieproof.store;

/**
 * The name of a stored value, as {@code enwiki:MWSession:4f…}.
 *
 * @param value never blank
 */
public record StoreKey(String value) {

    public StoreKey {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a store key must not be blank");
        }
    }

    /** A key of several parts, joined with colons. */
    public static StoreKey of(String... parts) {
        return new StoreKey(String.join(":", parts));
    }
}
