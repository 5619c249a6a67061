package org.cookieproof.driver.httpclient;

import java.time.Instant;
import java.util.Locale;
import org.apache.hc.client5.http.cookie.Cookie;
import org.cookieproof.evidence.Jar;
import org.cookieproof.http.cookie.SameSite;

/** HttpClient's cookies as the harness tells them. */
final class ApacheCookies {

    private ApacheCookies() {}

    static Jar.Held held(Cookie cookie) {
        String domain = cookie.getDomain() == null ? "" : cookie.getDomain();
        Instant expiry = cookie.getExpiryInstant();
        return new Jar.Held(
                cookie.getName(),
                cookie.getValue() == null ? "" : cookie.getValue(),
                domain.startsWith(".") ? domain.substring(1) : domain,
                !cookie.containsAttribute(Cookie.DOMAIN_ATTR),
                cookie.getPath() == null ? "" : cookie.getPath(),
                expiry,
                cookie.isSecure(),
                // the relaxed specification has no handler for it, yet the attribute stays
                cookie.isHttpOnly() || cookie.containsAttribute(Cookie.HTTP_ONLY_ATTR),
                sameSite(cookie));
    }

    /** It keeps attributes that it does not know, as they came. */
    private static SameSite sameSite(Cookie cookie) {
        String said = cookie.getAttribute("samesite");
        return switch (said == null ? "" : said.toLowerCase(Locale.ROOT)) {
            case "strict" -> SameSite.STRICT;
            case "lax" -> SameSite.LAX;
            case "none" -> SameSite.NONE;
            default -> SameSite.UNSPECIFIED;
        };
    }
}
