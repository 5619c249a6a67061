package org.cookieproof.target.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import org.cookieproof.target.Account;
import org.cookieproof.target.SessionScope;
import org.cookieproof.target.TargetControl;

/** Sessions can be reset, and run out; {@link KeycloakTargetProvider#controls} says so. */
record KeycloakControl(KeycloakServer server) implements TargetControl {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    /**
     * The central ones as an administrator does it. Of one user's end the parties are told; for everybody's they begin
     * anew, since nobody tells them. They keep theirs in memory and cannot tell one user's from another's: a reset of the
     * local ones is for everybody, too.
     */
    @Override
    public void resetSessions(SessionScope scope, Optional<Account> of) {
        try {
            if (scope == SessionScope.LOCAL) {
                server.forgetAtParties();
            } else {
                server.endSessions(of);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the sessions cannot be reset: " + e.getMessage(), e);
        }
    }

    /**
     * By waiting: its clock is the machine's, which is not ours to set, and goes no faster. A variant whose sessions last
     * for seconds makes that worth while.
     *
     * @throws IllegalStateException for more than a minute
     */
    @Override
    public void advanceClock(Duration by) {
        if (by.compareTo(LONGEST_WAIT) > 0) {
            throw new IllegalStateException("Keycloak's clock goes forward only as we wait, which is done for "
                    + LONGEST_WAIT.toSeconds() + " s at most and not for " + by.toSeconds() + " s");
        }
        try {
            Thread.sleep(by.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Keycloak's sessions grew old", e);
        }
    }
}
