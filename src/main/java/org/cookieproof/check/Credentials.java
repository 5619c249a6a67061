package org.cookieproof.check;

import java.util.Set;
import org.cookieproof.evidence.CookieCategory;
import org.cookieproof.evidence.CookieDictionary;

/** Which cookies are worth stealing: whoever holds one may be taken for the user, now or at the next visit. */
final class Credentials {

    private final CookieDictionary dictionary;

    Credentials(CookieDictionary dictionary) {
        this.dictionary = dictionary;
    }

    boolean isSessionBearing(String cookie) {
        return dictionary.is(CookieCategory.SESSION_BEARING, cookie);
    }

    /** Session-bearing, or good for signing in again. */
    boolean contains(String cookie) {
        return isAny(cookie, Set.of(CookieCategory.SESSION_BEARING, CookieCategory.REMEMBER));
    }

    /** Says that somebody is signed in, whether or not it is worth anything alone. */
    boolean tellsUser(String cookie) {
        return isAny(cookie, Set.of(CookieCategory.IDENTITY, CookieCategory.REMEMBER, CookieCategory.CENTRAL));
    }

    boolean isAny(String cookie, Set<CookieCategory> categories) {
        return dictionary.categories(cookie).stream().anyMatch(categories::contains);
    }
}
