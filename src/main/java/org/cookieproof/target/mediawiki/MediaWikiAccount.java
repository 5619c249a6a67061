package org.cookieproof.target.mediawiki;

import java.util.Objects;

/** An account of the wiki with its password. */
record MediaWikiAccount(String name, String password) {

    MediaWikiAccount {
        Objects.requireNonNull(name);
        Objects.requireNonNull(password);
    }

    @Override
    public String toString() {
        return "MediaWikiAccount[" + name + "]";
    }
}
