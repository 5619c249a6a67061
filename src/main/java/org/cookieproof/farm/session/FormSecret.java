package org.cookieproof.farm.session;

import org.cookieproof.farm.wire.Ids;

/** What the tokens of a session's forms are made of (T277834). */
public enum FormSecret {
    /** A secret that is as old as the session, so that all its open forms are good. */
    OF_THE_SESSION {
        @Override
        LocalSession forForm(LocalSession session, LocalSessions locals, Ids ids) {
            return session;
        }
    },
    /** One that each form writes anew: of two that are open the last one written wins, and the other is lost. */
    OF_THE_NEWEST_FORM {
        @Override
        LocalSession forForm(LocalSession session, LocalSessions locals, Ids ids) {
            return locals.save(session.withSecret(ids.hex()));
        }
    };

    /** The session that the next form gets its token from. */
    abstract LocalSession forForm(LocalSession session, LocalSessions locals, Ids ids);
}
