package org.cookieproof.http.cookie;

import org.cookieproof.http.Url;
import org.jspecify.annotations.Nullable;

/**
 * Where a cookie is to be stored or sent: what RFC 6265bis asks about a request beside its URL.
 *
 * @param url            the request's URL
 * @param crossSite      whether the request is cross-site (§5.2)
 * @param topLevel       whether it is a top-level navigation
 * @param safeMethod     whether its method is safe (RFC 9110 §9.2.1)
 * @param topLevelSite   the site in the address bar, such as {@code https://first.test}; null where it follows from the
 *     URL (same-site requests and top-level navigations) or is not known. Only Partitioned cookies ask for it.
 */
public record CookieContext(
        Url url,
        boolean crossSite,
        boolean topLevel,
        boolean safeMethod,
        @Nullable String topLevelSite) {

    public CookieContext(Url url, boolean crossSite, boolean topLevel, boolean safeMethod) {
        this(url, crossSite, topLevel, safeMethod, null);
    }

    /** A request that the user, or a client without pages, made of its own: same-site by definition. */
    public static CookieContext direct(Url url) {
        return new CookieContext(url, false, true, true);
    }

    /** A third-party request: cross-site, and not what the address bar shows. */
    public boolean isThirdParty() {
        return crossSite && !topLevel;
    }

    /**
     * The partition in which this request keeps its Partitioned cookies (draft-cutler-httpbis-partitioned-cookies-01). All third-party requests whose top-level site is not known share one.
     */
    public String partition(PublicSuffixes suffixes) {
        if (topLevelSite != null) {
            return topLevelSite;
        }
        return isThirdParty()
                ? "an unknown top-level site"
                : url.scheme().wireName() + "://" + suffixes.registrableDomain(url.host());
    }
}
