package org.cookieproof.farm.site;

/** What becomes of cookies that an earlier scope has left in a returning client's jar, where they shadow the new ones. */
public enum FormerCookies {
    /** Each deletion is sent for the former scope too. */
    DELETED {
        @Override
        CentralScope of(CentralScope configured) {
            return configured;
        }
    },
    /** Nobody thinks of them. */
    LEFT {
        @Override
        CentralScope of(CentralScope configured) {
            return configured.isOnceHost() ? CentralScope.DOMAIN : configured;
        }
    };

    abstract CentralScope of(CentralScope configured);
}
