package org.cookieproof.farm.wire;

/** What decides on the Secure attribute (T124252). */
public enum SecureFlag {
    /** The request's scheme, MediaWiki's "detect". */
    REQUEST_SCHEME {
        @Override
        public boolean secure(boolean https) {
            return https;
        }
    },
    /**
     * The user's option "prefershttps", as in User::requiresHTTPS() before the fix. It is on by default, for visitors
     * without an account too, and nobody here has changed it, so the scheme no longer matters.
     */
    ACCOUNT_REQUIRES_HTTPS {
        @Override
        public boolean secure(boolean https) {
            return true;
        }
    };

    /** Whether cookies in the response to a request over this scheme are to be Secure. */
    public abstract boolean secure(boolean https);
}
