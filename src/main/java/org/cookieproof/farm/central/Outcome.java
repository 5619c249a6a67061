package org.cookieproof.farm.central;

import org.cookieproof.farm.wire.CachePolicy;

/**
 * How a step of auto-login ends.
 *
 * @param location where it goes on, absolute; empty at the end of the chain
 * @param success  at the end: whether it came to what it was for
 * @param status   at the end: MediaWiki's word for it
 */
record Outcome(String location, boolean success, String status, CachePolicy cache) {

    static final String NOT_CENTRALLY_LOGGED_IN = "Not centrally logged in";

    static Outcome onward(String location, CachePolicy cache) {
        return new Outcome(location, true, "", cache);
    }

    static Outcome done() {
        return new Outcome("", true, "success", CachePolicy.NO_STORE);
    }

    static Outcome failure(String status) {
        return failure(status, CachePolicy.NO_STORE);
    }

    static Outcome failure(String status, CachePolicy cache) {
        return new Outcome("", false, status, cache);
    }

    boolean isEnd() {
        return location.isEmpty();
    }
}
