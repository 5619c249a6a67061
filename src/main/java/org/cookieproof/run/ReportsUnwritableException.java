package org.cookieproof.run;

import java.io.UncheckedIOException;

/** What cells have shown cannot be written down any more: the disk is full, or the folder has gone. */
public final class ReportsUnwritableException extends RuntimeException {

    ReportsUnwritableException(UncheckedIOException cause) {
        super(why(cause), cause);
    }

    ReportsUnwritableException(String message, ReportsUnwritableException cause) {
        super(message, cause);
    }

    /** Which file it was, and what the operating system says. */
    private static String why(UncheckedIOException e) {
        Throwable cause = e.getCause();
        return e.getMessage() + (cause == null ? "" : ": " + cause.getMessage());
    }
}
