package org.cookieproof.store;

/** How a store can fail those who ask it. */
public enum StoreFault {
    /** It answers with an error. */
    ERROR(true),
    /** Nobody listens. */
    REFUSED(true),
    /** It does not answer in time. */
    TIMEOUT(true),
    /** It answers late. */
    SLOW(false);

    private final boolean fails;

    StoreFault(boolean fails) {
        this.fails = fails;
    }

    boolean fails() {
        return fails;
    }
}
