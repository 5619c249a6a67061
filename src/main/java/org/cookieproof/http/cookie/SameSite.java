package org.cookieproof.http.cookie;

/** The same-site-flag of a cookie (RFC 6265bis §5.7). */
public enum SameSite {
    STRICT,
    LAX,
    NONE,
    /** No SameSite attribute, or one with an unknown value: browsers treat it as Lax, or as None, by their age. */
    UNSPECIFIED
}
