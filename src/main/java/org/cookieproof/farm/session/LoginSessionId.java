package org.cookieproof.farm.session;

import org.cookieproof.farm.wire.Ids;
import org.jspecify.annotations.Nullable;

/** Under which id a session goes on after a login (session fixation). */
public enum LoginSessionId {
    /** A new one, which nobody can have planted. */
    FRESH {
        @Override
        String idFor(@Nullable LocalSession before, Ids ids) {
            return ids.sessionId();
        }
    },
    /** The one that the client came with. */
    KEPT {
        @Override
        String idFor(@Nullable LocalSession before, Ids ids) {
            return before == null ? ids.sessionId() : before.id();
        }
    };

    abstract String idFor(@Nullable LocalSession before, Ids ids);
}
