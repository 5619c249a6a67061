package org.cookieproof.target.mediawiki;

import java.util.Objects;

/** An account of the wiki with its password. */
public record MediaWikiAccount(String name, String password) {

    public MediaWikiAccount {
        Objects.requireNonNull(name);
        Objects.requireNonNull(password);
    }

    @Override
    public String toString() {
        return "MediaWikiAccount[" + name + "]";
    }
}
