package org.cookieproof.driver;

/** The user agent could not be started, died, or hung: its cell is broken, never failed and never passed. */
public final class UserAgentBrokenException extends RuntimeException {

    public UserAgentBrokenException(String message) {
        super(message);
    }

    public UserAgentBrokenException(String message, Throwable cause) {
        super(message, cause);
    }
}
