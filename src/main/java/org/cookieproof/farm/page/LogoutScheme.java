package org.cookieproof.farm.page;

/** Over which scheme one logs out where logins are made over https (6265bis §5.7, "leave secure cookies alone"). */
public enum LogoutScheme {
    /** https, as for the login: only there can Secure cookies be read and deleted. */
    SENT_TO_HTTPS,
    /** Whichever the request came by: over http nobody seems to be signed in, and the deletions delete nothing. */
    SERVED;

    /** Whether a logout asked for over http is answered there. */
    public boolean staysOnHttp() {
        return this == SERVED;
    }
}
