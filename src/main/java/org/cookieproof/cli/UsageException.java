package org.cookieproof.cli;

/** A person asked for what cannot be; the message says what to ask for instead. */
final class UsageException extends RuntimeException {

    UsageException(String message) {
        super(message);
    }
}
