package org.cookieproof.farm.site;

import org.jspecify.annotations.Nullable;

/**
 * A wiki of the farm.
 *
 * @param id            the data base's name, which prefixes the wiki's own cookies
 * @param siteName      as its pages show it
 * @param host          where it answers
 * @param centralDomain the Domain attribute of its central cookies; null where they are host-only
 */
public record Wiki(
        String id, String siteName, String host, @Nullable String centralDomain) {

    /** Its cookies. */
    public WikiCookies cookies() {
        return new WikiCookies(id, centralDomain);
    }

    /** An absolute URL. */
    public String url(String scheme, String target) {
        return scheme + "://" + host + target;
    }
}
