package org.cookieproof.run;

/** The run was told to end while this cell was played. */
final class RunEndedException extends RuntimeException {

    RunEndedException() {
        super(Interruption.REASON);
    }
}
