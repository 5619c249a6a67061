package org.cookieproof.driver.htmlunit;

import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import org.cookieproof.evidence.Jar;
import org.cookieproof.http.cookie.SameSite;
import org.htmlunit.CookieManager;
import org.htmlunit.http.Cookie;
import org.jspecify.annotations.Nullable;

/** What HtmlUnit tells of its cookies. */
final class HeldCookies {

    private HeldCookies() {}

    /** It throws out what has expired when it next sends something; until then it is not held any more than that. */
    static Jar of(CookieManager cookies, Instant now) {
        return new Jar.Known(
                cookies.getCookies().stream()
                        .filter(cookie -> cookie.getExpires() == null
                                || cookie.getExpires().toInstant().isAfter(now))
                        .map(HeldCookies::held)
                        .toList(),
                true);
    }

    private static Jar.Held held(Cookie cookie) {
        String domain = cookie.getDomain();
        Date expires = cookie.getExpires();
        return new Jar.Held(
                cookie.getName(),
                cookie.getValue(),
                domain.startsWith(".") ? domain.substring(1) : domain,
                !domain.startsWith("."),
                cookie.getPath(),
                expires == null ? null : expires.toInstant(),
                cookie.isSecure(),
                cookie.isHttpOnly(),
                sameSite(cookie.getSameSite()));
    }

    private static @Nullable SameSite sameSite(@Nullable String told) {
        if (told == null) {
            return null;
        }
        return switch (told.toLowerCase(Locale.ROOT)) {
            case "none" -> SameSite.NONE;
            case "lax" -> SameSite.LAX;
            case "strict" -> SameSite.STRICT;
            default -> null;
        };
    }
}
