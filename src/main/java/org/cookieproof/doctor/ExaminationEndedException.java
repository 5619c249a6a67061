package org.cookieproof.doctor;

/** The examination was told to end before it was through; what it had begun has ended. */
public final class ExaminationEndedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ExaminationEndedException() {
        super("the examination was interrupted");
    }
}
