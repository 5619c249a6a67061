package org.cookieproof.http.cookie;

import static org.cookieproof.http.cookie.CookieDeviation.KEEPS_20_COOKIES_A_DOMAIN;
import static org.cookieproof.http.cookie.CookieDeviation.KEEPS_50_COOKIES;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What goes when a jar is full, in the order of RFC 6265bis §5.7: what has expired, then of a domain with too many what
 * is not Secure, then the others of that domain, then any; among equals what was used least recently.
 */
record Eviction(Policy policy) {

    private static final int IN_ALL = 50;
    private static final int OF_A_DOMAIN = 20;

    /** Whether there is any limit: otherwise nobody need know what was used when. */
    boolean isLimited() {
        return policy.has(KEEPS_50_COOKIES) || policy.has(KEEPS_20_COOKIES_A_DOMAIN);
    }

    /** Makes room after a cookie has come for this domain. */
    void evict(HeldCookies held, String domain, Instant now) {
        Comparator<Cookie> expired = Comparator.comparing((Cookie cookie) -> !cookie.isExpiredAt(now));
        Comparator<Cookie> leastRecent = Comparator.comparing(cookie -> held.lastUse(cookie.key()));
        if (policy.has(KEEPS_20_COOKIES_A_DOMAIN)) {
            List<Cookie> ofDomain =
                    held.all().stream().filter(c -> c.domain().equals(domain)).toList();
            remove(
                    held,
                    ofDomain,
                    OF_A_DOMAIN,
                    expired.thenComparing(Cookie::secure).thenComparing(leastRecent));
        }
        if (policy.has(KEEPS_50_COOKIES)) {
            remove(held, List.copyOf(held.all()), IN_ALL, expired.thenComparing(leastRecent));
        }
    }

    private static void remove(HeldCookies held, Collection<Cookie> among, int limit, Comparator<Cookie> order) {
        among.stream()
                .sorted(order)
                .limit(Math.max(0, among.size() - limit))
                .forEach(cookie -> held.remove(cookie.key()));
    }
}
