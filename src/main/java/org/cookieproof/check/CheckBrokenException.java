package org.cookieproof.check;

/** A check threw although checks must not: the verdict of its cell cannot be trusted. */
public final class CheckBrokenException extends RuntimeException {

    private final String check;

    public CheckBrokenException(String check, Throwable cause) {
        super("check '" + check + "' broke: " + cause, cause);
        this.check = check;
    }

    /** The id of the check that threw. */
    public String check() {
        return check;
    }
}
