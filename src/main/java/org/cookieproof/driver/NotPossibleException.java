package org.cookieproof.driver;

/** This user agent cannot do such a thing at all: its cell is not applicable. */
public final class NotPossibleException extends RuntimeException {

    public NotPossibleException(String message) {
        super(message);
    }
}
