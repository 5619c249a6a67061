package org.cookieproof.farm.site;

import org.jspecify.annotations.Nullable;

/**
 * A wiki of the farm.
 *
 * @param id            the data base's name, which prefixes the wiki's own cookies
 * @param siteName      as its pages show it
 * @param host          where it answers
 * @param centralDomain the Domain attribute of its central cookies; null where they are host-only
 * @param onceHost      whether clients may hold host-only central cookies of an earlier time
 */
public record Wiki(
        String id, String siteName, String host, @Nullable String centralDomain, boolean onceHost) {

    /** Under other scopes of central cookies; the central wiki's are host-only whatever is configured. */
    Wiki scoped(CentralScope scope) {
        return new Wiki(
                id,
                siteName,
                host,
                scope.isDomain() ? centralDomain : null,
                centralDomain != null && scope.isOnceHost());
    }

    /** Whether it stands at the domain itself that its central cookies are for, above other wikis. */
    boolean isApex() {
        return ("." + host).equals(centralDomain);
    }

    /** Its cookies. */
    public WikiCookies cookies() {
        return new WikiCookies(id, centralDomain, onceHost);
    }

    /** An absolute URL. */
    public String url(String scheme, String target) {
        return scheme + "://" + host + target;
    }
}
