package org.cookieproof.target;

/** The target cannot be started or does not answer: nothing can run, which is neither a pass nor a finding. */
public final class TargetUnavailableException extends RuntimeException {

    public TargetUnavailableException(String message) {
        super(message);
    }

    public TargetUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
