package org.cookieproof.doctor;

import java.util.Optional;

/** What an examination has begun, and a signal must end: a target that is looked at, or a run that is played there. */
final class Underway {

    private Optional<Runnable> end = Optional.empty();
    private boolean told;

    /** @param how what has just begun is ended; done at once where the signal came before */
    synchronized void begins(Runnable how) {
        end = Optional.of(how);
        if (told) {
            how.run();
        }
    }

    /** What had begun has ended by itself. */
    synchronized void over() {
        end = Optional.empty();
    }

    synchronized void end() {
        told = true;
        end.ifPresent(Runnable::run);
    }

    synchronized boolean isEnded() {
        return told;
    }
}
