package org.cookieproof.farm.site;

/** Which hosts the central cookies of a wiki at an apex host are for, where wikis below it share them (T124453). */
public enum ApexCookies {
    /** All hosts of the domain, like the cookies of the wikis below it. */
    DOMAIN {
        @Override
        Wiki applyTo(Wiki wiki) {
            return wiki;
        }
    },
    /** The apex host alone, beside those of the domain that the wikis below set: two of each name, which it cannot delete. */
    HOST {
        @Override
        Wiki applyTo(Wiki wiki) {
            return wiki.isApex() ? wiki.scoped(CentralScope.HOST) : wiki;
        }
    };

    abstract Wiki applyTo(Wiki wiki);
}
