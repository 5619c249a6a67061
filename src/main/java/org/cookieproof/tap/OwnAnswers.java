package org.cookieproof.tap;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cookieproof.http.Scheme;
import org.cookieproof.http.Url;

/** What the tap offers by itself during one lease. */
final class OwnAnswers {

    private final Map<Url, OwnAnswer> offered = new ConcurrentHashMap<>();

    static boolean areFor(Url url) {
        return url.path().startsWith(OwnAnswer.RESERVED);
    }

    /** The offers of a lease are numbered, so that no user agent takes one for another that it has seen before. */
    synchronized Url offer(Scheme scheme, String host, String name, OwnAnswer answer) {
        Url url = Url.of(scheme, host, OwnAnswer.RESERVED + (offered.size() + 1) + "/" + name);
        offered.put(url, answer);
        return url;
    }

    OwnAnswer to(Url url) {
        return offered.getOrDefault(Url.of(url.scheme(), url.host(), url.path()), OwnAnswer.NOT_FOUND);
    }
}
