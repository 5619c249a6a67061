package org.cookieproof.farm.session;

/** What becomes of a request whose session is stored but cannot be loaded (T124126). */
public enum UnusableSession {
    /** The session is ended, the request is nobody's, its credentials are deleted. */
    DISCARD {
        @Override
        Claim unreadable(Runnable end, String fault) {
            end.run();
            return new Claim.Refused();
        }

        @Override
        void stale() {
            // A session of another user or an earlier login is left alone; a new one takes its place.
        }
    },
    /** It can neither be loaded nor replaced, since its id is taken: the early SessionManager::getSessionById. */
    FAIL {
        @Override
        Claim unreadable(Runnable end, String fault) {
            throw new UnloadableSessionException(fault);
        }

        @Override
        void stale() {
            throw new UnloadableSessionException("token or user mismatch");
        }
    };

    /**
     * @param end  removes the session from the store
     * @param fault what is wrong with it
     */
    abstract Claim unreadable(Runnable end, String fault);

    /** It is whole, but not of the user that the request is from, or of a time before a logout. */
    abstract void stale();
}
