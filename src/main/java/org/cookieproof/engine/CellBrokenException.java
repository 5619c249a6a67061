package org.cookieproof.engine;

/** The cell could not be observed: the harness or the environment failed, not the service. */
final class CellBrokenException extends RuntimeException {

    CellBrokenException(String reason) {
        super("broken: " + reason);
    }
}
