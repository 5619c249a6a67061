package org.cookieproof.target.mediawiki;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * One wiki of the family.
 *
 * @param host     the name it answers to, at both schemes' default ports
 * @param database what MediaWiki calls it; its cookies' names begin with it
 */
record Wiki(String host, String database) {

    private static final Pattern HOST = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");

    Wiki {
        requireHost(host);
        Objects.requireNonNull(database);
    }

    /** @throws IllegalArgumentException if this could mean something else in a server's configuration */
    static void requireHost(String host) {
        if (!HOST.matcher(host).matches()) {
            throw new IllegalArgumentException("not a host name in lower case: " + host);
        }
    }
}
