package org.cookieproof.farm.session;

/** What a wiki writes back when it joins a central session that another wiki has begun (T124821). */
public enum CentralUpdate {
    /** All that was there. */
    MERGE {
        @Override
        CentralSession join(CentralSessions centrals, CentralSession session) {
            return centrals.touch(session);
        }
    },
    /** Its own part alone: the user, his token and the end are lost, CentralAuth before aaca722f2. */
    REPLACE {
        @Override
        CentralSession join(CentralSessions centrals, CentralSession session) {
            return centrals.replace(session);
        }
    };

    abstract CentralSession join(CentralSessions centrals, CentralSession session);
}
