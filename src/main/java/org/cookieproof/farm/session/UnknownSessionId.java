package org.cookieproof.farm.session;

import java.util.function.Supplier;

/** What becomes of a well-formed session id that the store does not know (T363699). */
public enum UnknownSessionId {
    /** A new one takes its place: whoever has planted it knows nothing. */
    REPLACED {
        @Override
        Claim claim(Supplier<LocalSession> underThatId) {
            return new Claim.UnknownId();
        }
    },
    /** A session begins under it. */
    ADOPTED {
        @Override
        Claim claim(Supplier<LocalSession> underThatId) {
            return new Claim.Anonymous(underThatId.get(), false);
        }
    };

    abstract Claim claim(Supplier<LocalSession> underThatId);
}
