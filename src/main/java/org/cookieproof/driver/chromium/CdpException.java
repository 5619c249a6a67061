package org.cookieproof.driver.chromium;

/** The tab lives, but it could not do what one command of the DevTools protocol asked for. */
public final class CdpException extends RuntimeException {

    public CdpException(String message) {
        super(message);
    }

    public CdpException(String message, Throwable cause) {
        super(message, cause);
    }
}
