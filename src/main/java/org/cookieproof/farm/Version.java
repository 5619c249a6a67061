package org.cookieproof.farm;

import org.cookieproof.farm.site.CentralScope;

/**
 * The settings that a running farm can be switched to, keeping its accounts and its store.
 *
 * @param secureLogin    MediaWiki's $wgSecureLogin: the login form moves to https and sets {@code forceHTTPS}; if not,
 *                       a login stays on the scheme where it began
 * @param centralCookies where the central cookies of wikis that share a domain go, and where they once went
 */
public record Version(boolean secureLogin, CentralScope centralCookies) {

    /** Logins on either scheme; central cookies for the domain, as ever. */
    public static Version standard() {
        return new Version(false, CentralScope.DOMAIN);
    }
}
