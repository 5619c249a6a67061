package org.cookieproof.target.mediawiki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.cookieproof.target.Account;
import org.cookieproof.target.SessionScope;
import org.cookieproof.target.TargetControl;

/** Sessions can be reset, as an operator does it; {@link MediaWikiTargetProvider#controls} says so. */
record MediaWikiControl(MediaWikiServer server) implements TargetControl {

    /**
     * With MediaWiki's own {@code invalidateUserSessions.php}, and an end to what PHP keeps in memory. So a reset of one
     * user's sessions ends those of others that are not remembered, too.
     *
     * @throws IllegalStateException for less than all: no tool of MediaWiki's forgets sessions and leaves what is
     *     remembered
     */
    @Override
    public void resetSessions(SessionScope scope, Optional<Account> of) {
        if (scope != SessionScope.ALL) {
            throw new IllegalStateException("MediaWiki's operators can reset all sessions of a user and what is"
                    + " remembered of him ('scope: all'), not the " + scope.wireName() + " ones alone");
        }
        try {
            server.endSessions(of.map(Account::name)
                    .map(List::of)
                    .orElseGet(() -> server.accounts().stream()
                            .map(MediaWikiAccount::name)
                            .toList()));
        } catch (IOException e) {
            throw new UncheckedIOException("the sessions cannot be reset: " + e.getMessage(), e);
        }
    }
}
