package org.cookieproof.farm.site;

/** Puts wikis under the scopes of central cookies that hold at present. */
public record SiteScopes(CentralScope configured, FormerCookies former, ApexCookies apex) {

    /** The wiki, its cookies scoped as they are now. */
    public Wiki of(Wiki wiki) {
        return apex.applyTo(wiki.scoped(former.of(configured)));
    }
}
