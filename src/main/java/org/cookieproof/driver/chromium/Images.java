package org.cookieproof.driver.chromium;

import java.util.List;
import java.util.Locale;
import org.cookieproof.profile.Profile;

/** What a profile says in {@code settings.images}: people who pay for what they load block them. */
enum Images {
    LOADED,
    BLOCKED;

    /**
     * @throws IllegalArgumentException when the profile says something else
     */
    static Images of(Profile profile) {
        String said = profile.setting("images").orElse(LOADED.toString());
        for (Images value : values()) {
            if (value.toString().equals(said)) {
                return value;
            }
        }
        throw new IllegalArgumentException(
                profile.file() + ": settings: images is '" + said + "'; known are loaded, blocked");
    }

    /** What the setting of the same name in a browser's menu changes. */
    List<String> flags() {
        return this == BLOCKED ? List.of("--blink-settings=imagesEnabled=false") : List.of();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
