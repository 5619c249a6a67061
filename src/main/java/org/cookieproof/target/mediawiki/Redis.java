package org.cookieproof.target.mediawiki;

import java.util.Objects;

/** The session store of our own that a variant may want. */
record Redis(int port, String password) {

    Redis {
        Objects.requireNonNull(password);
    }

    @Override
    public String toString() {
        return "Redis[" + port + "]";
    }
}
