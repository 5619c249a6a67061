package org.cookieproof.farm.session;

/** What becomes of a request's cookies while the session store cannot be asked about them. */
public enum StoreOutage {
    /** They stay, and are good again when it answers again. */
    KEEPS_COOKIES {
        @Override
        void settle(VisitSession session) {
            // Nobody, for this one request; no word about cookies.
        }
    },
    /** An error counts as "no such session", so that they are deleted: a short outage logs everybody out for good. */
    LOOKS_EMPTY {
        @Override
        void settle(VisitSession session) {
            session.refuse();
        }
    };

    abstract void settle(VisitSession session);
}
