package org.cookieproof.target.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cookieproof.target.Account;
import org.cookieproof.target.SessionFault;
import org.cookieproof.target.SessionScope;
import org.cookieproof.target.StoreOutage;
import org.cookieproof.target.TargetControl;
import org.cookieproof.target.TargetDefinition;

/** Sessions can be reset; all else is not Keycloak's to offer, and {@link KeycloakTargetProvider#controls} says so. */
record KeycloakControl(KeycloakServer server) implements TargetControl {

    /**
     * The central ones as an administrator does it, which ends those of the parties too. The parties keep theirs in
     * memory and cannot tell one user's from another's: a reset of the local ones is for everybody.
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

    @Override
    public void advanceClock(Duration by) {
        throw notOffered();
    }

    @Override
    public void switchTo(TargetDefinition.Variant version) {
        throw notOffered();
    }

    @Override
    public int corruptSessions(Account of, SessionFault fault) {
        throw notOffered();
    }

    @Override
    public void breakStore(StoreOutage outage, Duration by) {
        throw notOffered();
    }

    @Override
    public void slowReplies(Optional<String> host, Duration by) {
        throw notOffered();
    }

    @Override
    public void slowCommits(Duration by) {
        throw notOffered();
    }

    @Override
    public void mend() {
        throw notOffered();
    }

    @Override
    public Map<String, StoreUse> storeUses() {
        throw notOffered();
    }

    /** Asked of every target that has controls; this one shows none. */
    @Override
    public List<String> log() {
        return List.of();
    }

    private static IllegalStateException notOffered() {
        return new IllegalStateException("asked for what this target does not offer");
    }
}
