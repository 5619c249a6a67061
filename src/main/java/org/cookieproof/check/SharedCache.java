package org.cookieproof.check;

import java.time.Duration;
import java.util.Locale;
import org.cookieproof.evidence.ReceivedLine;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.Response;
import org.cookieproof.http.cache.CacheControl;
import org.cookieproof.http.cache.Storage;
import org.cookieproof.http.cache.Vary;

/** What a cache between the target and many users would do with a response. */
final class SharedCache {

    private SharedCache() {}

    /**
     * Whether such a cache may store the response and answer others with it unasked: {@code s-maxage=0} and
     * {@code no-cache} let it store, but each use is asked for first (RFC 9111 §4).
     */
    static boolean mayReuse(Exchange exchange) {
        return exchange.answer().filter(r -> mayReuse(exchange, r)).isPresent();
    }

    /**
     * Whether such a cache may answer others with this field of the response too: {@code private="…"} and
     * {@code no-cache="…"} keep the fields they list from that, and nothing else (RFC 9111 §5.2.2.4, §5.2.2.7).
     */
    static boolean mayReuseWith(String field, Exchange exchange) {
        String name = field.toLowerCase(Locale.ROOT);
        return mayReuse(exchange)
                && exchange.answer()
                        .map(r -> CacheControl.of(r.headers()))
                        .filter(control -> control.privateFields().contains(name)
                                || control.noCacheFields().contains(name))
                        .isEmpty();
    }

    private static boolean mayReuse(Exchange exchange, Response response) {
        return mayStore(exchange, response)
                && !CacheControl.of(response.headers()).noCache()
                // Without a lifetime a cache may guess one (§4.2.2).
                && !Storage.sharedLifetime(response, ReceivedLine.receivedAt(exchange))
                        .filter(Duration::isZero)
                        .isPresent();
    }

    private static boolean mayStore(Exchange exchange, Response response) {
        try {
            return Storage.sharedCacheMayStore(exchange.request(), response);
        } catch (IllegalArgumentException e) {
            return false; // a Content-Location that is no URL: no cache takes the answer to a POST for its target's
        }
    }

    static boolean variesByCookie(Exchange exchange) {
        return exchange.answer()
                .filter(r -> Vary.of(r.headers()).covers("Cookie"))
                .isPresent();
    }
}
