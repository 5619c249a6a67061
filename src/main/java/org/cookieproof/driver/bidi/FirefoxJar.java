package org.cookieproof.driver.bidi;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.cookieproof.evidence.Jar;
import org.cookieproof.http.cookie.SameSite;

/** Levels cookies as {@code storage.getCookies} tells them. Where no SameSite was given Firefox says {@code default}. */
final class FirefoxJar {

    private FirefoxJar() {}

    /**
     * What Firefox would send at this time: it also lists, until it clears them away, cookies that have expired, and
     * sometimes the very line that deleted one ({@code Max-Age=0} as it looks in the second in which it came).
     */
    static Jar of(JsonNode cookies, Instant now) {
        List<Jar.Held> held = new ArrayList<>();
        for (JsonNode cookie : cookies) {
            JsonNode expiry = cookie.path("expiry");
            if (!expiry.isNumber() || expiry.asLong() > now.getEpochSecond()) {
                held.add(held(cookie));
            }
        }
        return new Jar.Known(held, true);
    }

    /**
     * Whether only the next second tells what is held. Firefox gives an expiry in whole seconds and rounds up, and now
     * and then still lists a line that deletes: what came at 18.6 s with {@code Max-Age=0} seems to end at 19 s.
     */
    static boolean isUndecided(JsonNode cookies, Instant now) {
        for (JsonNode cookie : cookies) {
            if (cookie.path("expiry").asLong() == now.getEpochSecond() + 1) {
                return true;
            }
        }
        return false;
    }

    private static Jar.Held held(JsonNode cookie) {
        String domain = cookie.path("domain").asText();
        boolean hostOnly = !domain.startsWith(".");
        JsonNode expiry = cookie.path("expiry");
        return new Jar.Held(
                cookie.path("name").asText(),
                value(cookie.path("value")),
                hostOnly ? domain : domain.substring(1),
                hostOnly,
                cookie.path("path").asText(),
                expiry.isNumber() ? Instant.ofEpochSecond(expiry.asLong()) : null,
                cookie.path("secure").asBoolean(),
                cookie.path("httpOnly").asBoolean(),
                sameSite(cookie.path("sameSite").asText("default")));
    }

    /** What is not UTF-8 comes in base64; octets then stand for characters, as on the wire. */
    private static String value(JsonNode value) {
        String text = value.path("value").asText();
        return value.path("type").asText().equals("base64")
                ? new String(Base64.getDecoder().decode(text), StandardCharsets.ISO_8859_1)
                : text;
    }

    private static SameSite sameSite(String told) {
        return told.equals("default") ? SameSite.UNSPECIFIED : SameSite.valueOf(told.toUpperCase(Locale.ROOT));
    }
}
