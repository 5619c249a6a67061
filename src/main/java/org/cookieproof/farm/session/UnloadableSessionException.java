package org.cookieproof.farm.session;

/** MediaWiki's UnexpectedValueException of T124126; only an injected mechanism throws it. */
public final class UnloadableSessionException extends RuntimeException {

    UnloadableSessionException(String fault) {
        super("Can neither load the session nor create an empty session (" + fault + ")");
    }
}
