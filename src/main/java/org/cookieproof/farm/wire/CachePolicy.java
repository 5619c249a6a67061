package org.cookieproof.farm.wire;

import org.jspecify.annotations.Nullable;

/**
 * The cache fields of a response; each null where the field is absent. The values are those of facts section 4.
 *
 * @param shared whether a shared cache may store the response
 */
public record CachePolicy(
        @Nullable String vary,
        @Nullable String expires,
        String cacheControl,
        @Nullable String pragma,
        boolean shared) {

    private static final String VARY = "Accept-Encoding, Cookie";
    private static final String VARY_SCHEME = "Accept-Encoding, X-Forwarded-Proto, Cookie";
    private static final String EPOCH = "Thu, 01 Jan 1970 00:00:00 GMT";
    private static final String PRIVATE_CONTROL = "private, must-revalidate, max-age=0";

    /** For the one client, asked again each time, but kept for its history (T124510). */
    public static final CachePolicy PRIVATE = new CachePolicy(VARY, EPOCH, PRIVATE_CONTROL, null, false);

    /** As {@link #PRIVATE}, where the answer is a redirect because of the scheme. */
    public static final CachePolicy PRIVATE_BY_SCHEME =
            new CachePolicy(VARY_SCHEME, EPOCH, PRIVATE_CONTROL, null, false);

    /** Kept nowhere. */
    public static final CachePolicy NO_STORE =
            new CachePolicy(VARY, EPOCH, "no-cache, no-store, max-age=0, must-revalidate", "no-cache", false);

    /** As {@link #NO_STORE}, where the answer is a redirect because of the scheme. */
    public static final CachePolicy NO_STORE_BY_SCHEME =
            new CachePolicy(VARY_SCHEME, EPOCH, NO_STORE.cacheControl(), "no-cache", false);

    /** Of api.php: no Expires, as in MediaWiki; with Vary, unlike MediaWiki, since the answer depends on cookies. */
    public static final CachePolicy API = new CachePolicy(VARY, null, PRIVATE_CONTROL, null, false);

    /** The same for everybody, cookies or not. */
    public static final CachePolicy PUBLIC =
            new CachePolicy(null, null, "public, max-age=300, s-maxage=300", null, true);

    /** What PHP emits on session_start() with {@code session.cache_limiter = nocache}. */
    public static final CachePolicy PHP_NOCACHE = new CachePolicy(
            VARY, "Thu, 19 Nov 1981 08:52:00 GMT", "no-store, no-cache, must-revalidate", "no-cache", false);

    /** For shared caches, asked again by each client. */
    public static CachePolicy shared(int seconds) {
        return new CachePolicy(VARY, null, "s-maxage=" + seconds + ", must-revalidate, max-age=0", null, true);
    }
}
