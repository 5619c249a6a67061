package org.cookieproof.driver.browser;

/** The tab lives, but it could not do what one command asked for. */
public final class ControlException extends RuntimeException {

    public ControlException(String message) {
        super(message);
    }

    public ControlException(String message, Throwable cause) {
        super(message, cause);
    }
}
