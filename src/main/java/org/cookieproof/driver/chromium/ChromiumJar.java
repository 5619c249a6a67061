package org.cookieproof.driver.chromium;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cookieproof.evidence.Jar;
import org.cookieproof.http.cookie.SameSite;
import org.jspecify.annotations.Nullable;

/**
 * Levels cookies as the DevTools protocol tells them. Not as Playwright and WebDriver tell them: both say Lax where no
 * SameSite was given.
 */
final class ChromiumJar {

    private ChromiumJar() {}

    static Jar of(JsonNode cookies) {
        List<Jar.Held> held = new ArrayList<>();
        cookies.forEach(cookie -> held.add(held(cookie)));
        return new Jar.Known(held, true);
    }

    private static Jar.Held held(JsonNode cookie) {
        String domain = cookie.path("domain").asText();
        boolean hostOnly = !domain.startsWith(".");
        return new Jar.Held(
                cookie.path("name").asText(),
                cookie.path("value").asText(),
                hostOnly ? domain : domain.substring(1),
                hostOnly,
                cookie.path("path").asText(),
                expiry(cookie),
                cookie.path("secure").asBoolean(),
                cookie.path("httpOnly").asBoolean(),
                sameSite(cookie.path("sameSite").asText("")));
    }

    private static @Nullable Instant expiry(JsonNode cookie) {
        // Seconds since 1970 with a fraction; -1 for a session cookie.
        return cookie.path("session").asBoolean()
                ? null
                : Instant.ofEpochMilli(Math.round(cookie.path("expires").asDouble() * 1000));
    }

    private static SameSite sameSite(String told) {
        return told.isEmpty() ? SameSite.UNSPECIFIED : SameSite.valueOf(told.toUpperCase(Locale.ROOT));
    }
}
