package org.cookieproof.farm.site;

/** $wgCentralAuthCookieDomain: which hosts the central cookies of a wiki are for, and which they were for before. */
public enum CentralScope {
    /** All hosts of the wiki's domain. */
    DOMAIN(true, false),
    /** The wiki's own host. */
    HOST(false, false),
    /** All hosts of the domain; user agents may still hold cookies of the time when it was the wiki's own host. */
    DOMAIN_ONCE_HOST(true, true);

    private final boolean domain;
    private final boolean onceHost;

    CentralScope(boolean domain, boolean onceHost) {
        this.domain = domain;
        this.onceHost = onceHost;
    }

    boolean isDomain() {
        return domain;
    }

    /** Whether host-only cookies of the same names may be left from before. */
    boolean isOnceHost() {
        return onceHost;
    }
}
