package org.cookieproof.farm.session;

import java.time.Duration;
import java.time.InstantSource;
import org.cookieproof.farm.account.UserAccount;

/** When the change of the global token that is a logout is seen by all wikis (T124409, facts 7.5). */
public enum LogoutCommit {
    /** Before the answer leaves, so that the images on the logout page find nobody, however slow the commit is. */
    BEFORE_RESPONSE {
        @Override
        void replace(UserAccount account, String fresh, Delay commit, InstantSource clock) {
            commit.await();
            account.replaceToken(fresh);
        }
    },
    /** Two seconds after it, by the farm's clock, as a deferred update on a busy data base: the images are quicker. */
    TWO_SECONDS_LATER {
        @Override
        void replace(UserAccount account, String fresh, Delay commit, InstantSource clock) {
            account.replaceToken(fresh, clock.instant().plus(LATE).plus(commit.length()));
        }
    },
    /** Not at all, as in MediaWiki without CentralAuth: a logout ends the one session that asked for it. */
    NEVER {
        @Override
        void replace(UserAccount account, String fresh, Delay commit, InstantSource clock) {
            // Whoever else has a session of the account keeps it.
        }
    };

    private static final Duration LATE = Duration.ofSeconds(2);

    abstract void replace(UserAccount account, String fresh, Delay commit, InstantSource clock);
}
