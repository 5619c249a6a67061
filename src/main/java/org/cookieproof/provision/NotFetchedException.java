package org.cookieproof.provision;

import java.io.IOException;

/** What is to be fetched is not there and cannot be had; the message says why and how to get it. */
public final class NotFetchedException extends IOException {

    public NotFetchedException(String message) {
        super(message);
    }
}
