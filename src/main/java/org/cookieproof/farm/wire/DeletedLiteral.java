package org.cookieproof.farm.wire;

/** What a cookie is whose value a client sends as {@code deleted}, PHP's filler in deletion lines (T124252, T124384). */
public enum DeletedLiteral {
    /** No cookie: the client has ignored that it expired. */
    ABSENT {
        @Override
        boolean counts(String value) {
            return !value.equals(SetCookie.DELETED);
        }
    },
    /** A cookie with that value. */
    VALUE {
        @Override
        boolean counts(String value) {
            return true;
        }
    };

    abstract boolean counts(String value);
}
