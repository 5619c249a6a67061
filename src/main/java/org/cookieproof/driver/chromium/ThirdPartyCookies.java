package org.cookieproof.driver.chromium;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cookieproof.profile.Profile;

/**
 * What a profile says in {@code settings.third-party-cookies}. Without a word of ours, Debian's Chromium blocks them
 * and the headless shell does not.
 */
enum ThirdPartyCookies {
    BLOCKED,
    ALLOWED;

    private static final String PREFERENCES =
            "{\"profile\":{\"cookie_controls_mode\":0,\"block_third_party_cookies\":false}}";

    /**
     * @throws IllegalArgumentException when the profile says something else
     */
    static ThirdPartyCookies of(Profile profile, ChromiumEngine engine) {
        String said = profile.setting("third-party-cookies")
                .orElse(shippedWith(engine).toString());
        for (ThirdPartyCookies value : values()) {
            if (value.toString().equals(said)) {
                return value;
            }
        }
        throw new IllegalArgumentException(
                profile.file() + ": settings: third-party-cookies is '" + said + "'; known are blocked, allowed");
    }

    private static ThirdPartyCookies shippedWith(ChromiumEngine engine) {
        return engine.isFull() ? BLOCKED : ALLOWED;
    }

    /** Writes the preferences of a profile directory that no browser has used yet, where they differ. */
    void write(ChromiumEngine engine, Path userData) throws IOException {
        if (this == ALLOWED && engine.isFull()) {
            Files.writeString(
                    Files.createDirectories(userData.resolve("Default")).resolve("Preferences"), PREFERENCES);
        }
    }

    /** The headless shell knows no such preference; before Chromium 117 it knows no such flag either. */
    List<String> flags(ChromiumEngine engine) {
        return this == BLOCKED && !engine.isFull() ? List.of("--test-third-party-cookie-phaseout") : List.of();
    }

    /** Both said aloud: another machine's Chromium may be shipped otherwise than Debian's. */
    Map<String, Object> preferences() {
        return Map.of(
                "profile.cookie_controls_mode",
                this == BLOCKED ? 1 : 0,
                "profile.block_third_party_cookies",
                this == BLOCKED);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
