package org.cookieproof.driver.selenium;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.cookieproof.evidence.Jar;
import org.cookieproof.http.cookie.SameSite;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.Cookie;

/** Levels cookies as WebKitWebDriver tells them: those of the current page, and None where no SameSite was given. */
final class WebKitJar {

    private WebKitJar() {}

    static Jar of(Collection<Cookie> cookies) {
        List<Jar.Held> held = new ArrayList<>();
        cookies.forEach(cookie -> held.add(held(cookie)));
        return new Jar.Known(held, false);
    }

    private static Jar.Held held(Cookie cookie) {
        String domain = String.valueOf(cookie.getDomain());
        boolean hostOnly = !domain.startsWith(".");
        Date expiry = cookie.getExpiry();
        return new Jar.Held(
                cookie.getName(),
                cookie.getValue(),
                hostOnly ? domain : domain.substring(1),
                hostOnly,
                String.valueOf(cookie.getPath()),
                expiry == null ? null : expiry.toInstant(),
                cookie.isSecure(),
                cookie.isHttpOnly(),
                sameSite(cookie.getSameSite()));
    }

    /** Said None and nothing said are told alike. */
    private static @Nullable SameSite sameSite(@Nullable String told) {
        return told == null || told.equalsIgnoreCase("None") ? null : SameSite.valueOf(told.toUpperCase(Locale.ROOT));
    }
}
