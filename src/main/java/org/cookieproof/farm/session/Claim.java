package org.cookieproof.farm.session;

import java.util.Optional;
import org.cookieproof.farm.account.UserAccount;

/** What the cookies of a request amount to, and what the session does about it. */
sealed interface Claim {

    void settle(VisitSession session);

    /** Nothing was presented; or a stub, which must survive until its login is complete. */
    record Nobody() implements Claim {
        @Override
        public void settle(VisitSession session) {
            // Nobody is what a session starts as.
        }
    }

    /**
     * An anonymous session of this wiki.
     *
     * @param withLeftovers whether the request carries identity cookies too, which are worth nothing
     */
    record Anonymous(LocalSession local, boolean withLeftovers) implements Claim {
        @Override
        public void settle(VisitSession session) {
            session.adoptAnonymous(local, withLeftovers);
        }
    }

    /** A well-formed id that the store does not know: never adopted, replaced by a new one (session fixation). */
    record UnknownId() implements Claim {
        @Override
        public void settle(VisitSession session) {
            session.persist();
        }
    }

    /** Credentials that are wrong or outlived: deleted. */
    record Refused() implements Claim {
        @Override
        public void settle(VisitSession session) {
            session.refuse();
        }
    }

    /**
     * A user, proven.
     *
     * @param local   the session of this wiki that goes on; if there is none, one begins
     * @param central the central session that proved it; absent if the global token did
     */
    record User(UserAccount account, boolean remember, Optional<LocalSession> local, Optional<CentralSession> central)
            implements Claim {
        @Override
        public void settle(VisitSession session) {
            session.adoptUser(this);
        }
    }
}
