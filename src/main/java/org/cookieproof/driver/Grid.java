package org.cookieproof.driver;

import java.net.URI;
import java.util.Objects;

/**
 * A Selenium Grid that has user agents on other machines, or in other processes of this one.
 *
 * @param hub     where its hub takes commands
 * @param leafKey base64 of the SHA-256 of the public key that all hosts present through the proxy: on a node's disk no
 *                CA can be put
 */
public record Grid(URI hub, String leafKey) {

    public Grid {
        Objects.requireNonNull(hub);
        Objects.requireNonNull(leafKey);
    }

    /** The hub as people may read it: without a password that its URL may bear. */
    public static String shown(URI hub) {
        String authority = hub.getRawAuthority() == null ? "" : hub.getRawAuthority();
        return hub.getScheme() + "://" + authority.substring(authority.lastIndexOf('@') + 1);
    }

    @Override
    public String toString() {
        return "Grid[" + shown(hub) + "]";
    }
}
