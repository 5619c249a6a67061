package org.cookieproof.farm.session;

import java.util.Optional;
import org.cookieproof.farm.wire.CachePolicy;

/** What PHP's session module does to a response's cache fields when a page first uses session data (T124510). */
public enum CacheLimiter {
    /** Nothing: session_cache_limiter(''). */
    NONE {
        @Override
        Optional<CachePolicy> onStart() {
            return Optional.empty();
        }
    },
    /** It writes its own, over the page's. */
    NOCACHE {
        @Override
        Optional<CachePolicy> onStart() {
            return Optional.of(CachePolicy.PHP_NOCACHE);
        }
    };

    abstract Optional<CachePolicy> onStart();
}
