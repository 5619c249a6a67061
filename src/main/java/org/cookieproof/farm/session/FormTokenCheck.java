package org.cookieproof.farm.session;

import java.util.function.BooleanSupplier;

/** What the token of a form that is sent in a session is held against (T124252, T277834). */
public enum FormTokenCheck {
    /** The session: only a form that was given out in it is its own. */
    AGAINST_SESSION {
        @Override
        boolean accepts(BooleanSupplier belongs) {
            return belongs.getAsBoolean();
        }
    },
    /** Nothing: forms of an earlier session and of other sites are taken for its own. */
    NONE {
        @Override
        boolean accepts(BooleanSupplier belongs) {
            return true;
        }
    };

    abstract boolean accepts(BooleanSupplier belongs);
}
