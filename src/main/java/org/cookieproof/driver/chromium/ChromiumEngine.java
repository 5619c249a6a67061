package org.cookieproof.driver.chromium;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.cookieproof.profile.Profile;

/** The two browsers that are built from Chromium's sources; a profile names one in {@code settings.engine}. */
public enum ChromiumEngine {
    /** Through Debian's launcher, which adds Debian's own flags and then becomes the browser. */
    CHROMIUM("/usr/bin/chromium"),
    /** Not through Debian's launcher: that one stays as a parent, and what ends the parent leaves the browser. */
    CHROMIUM_HEADLESS_SHELL("/usr/lib/chromium/chromium-headless-shell");

    private final Path executable;

    ChromiumEngine(String executable) {
        this.executable = Path.of(executable);
    }

    public Path executable() {
        return executable;
    }

    /**
     * @throws IllegalArgumentException when the profile names another
     */
    public static ChromiumEngine of(Profile profile) {
        String name = profile.setting("engine").orElse("chromium");
        return Arrays.stream(values())
                .filter(e -> e.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(profile.file() + ": settings: unknown engine '" + name
                        + "'; known are "
                        + Arrays.stream(values()).map(ChromiumEngine::toString).collect(Collectors.joining(", "))));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
