package org.cookieproof.farm.central;

import org.cookieproof.farm.session.CentralSession;
import org.cookieproof.farm.session.CentralSessions;

/** What the last hop of a login does with the central wiki's stub (T124468). */
public enum Unstub {
    /** It becomes the one central session of all wikis. */
    COMPLETE {
        @Override
        CentralSession finish(CentralSessions centrals, CentralSession stub, CentralSession own, boolean remember) {
            return centrals.complete(stub, remember);
        }
    },
    /** It is forgotten; the wiki of the password goes on with its own central session, which no other wiki knows. */
    SKIP {
        @Override
        CentralSession finish(CentralSessions centrals, CentralSession stub, CentralSession own, boolean remember) {
            return own;
        }
    };

    /**
     * The central session under which the wiki of the password goes on.
     *
     * @param stub what the central wiki made
     * @param own  what that wiki made when the password was right
     */
    abstract CentralSession finish(CentralSessions centrals, CentralSession stub, CentralSession own, boolean remember);
}
