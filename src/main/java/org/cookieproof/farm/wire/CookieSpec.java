package org.cookieproof.farm.wire;

import org.jspecify.annotations.Nullable;

/**
 * A cookie without its value: what it is called, where it goes and who may read it. Setting and deleting take the same
 * spec, so a deletion always has the scope of what it deletes.
 *
 * @param domain    as in the Domain attribute, or null for a host-only cookie
 * @param httpOnly  hidden from scripts
 * @param security  whether it may be Secure, and whether it is for other sites' requests too
 */
public record CookieSpec(String name, @Nullable String domain, boolean httpOnly, Security security) {

    /** Of the same name, for the one host that sets it. */
    public CookieSpec hostOnly() {
        return new CookieSpec(name, null, httpOnly, security);
    }

    /** Whether a cookie may carry Secure, and SameSite=None with it. */
    public enum Security {
        /** Secure and SameSite=None where the response is to be secure: auto-login sends it from other sites. */
        CROSS_SITE,
        /** Secure where the response is to be secure, without SameSite. */
        SECURE,
        /** Never Secure, so never SameSite=None either: it tells http requests to go to https. */
        NEVER_SECURE
    }
}
