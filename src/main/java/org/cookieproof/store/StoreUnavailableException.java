package org.cookieproof.store;

/** The store cannot be asked: which says nothing of what it holds. */
public final class StoreUnavailableException extends RuntimeException {

    public StoreUnavailableException(String message) {
        super(message);
    }
}
