package org.cookieproof.farm;

/**
 * An account that the farm knows on all its wikis.
 *
 * @param name     as pages show it: with spaces, not percent-encoded
 * @param password in clear, for whoever signs in
 */
public record Account(String name, String password) {

    /** Without the password, so that it gets into no log by accident. */
    @Override
    public String toString() {
        return "Account[name=" + name + "]";
    }
}
