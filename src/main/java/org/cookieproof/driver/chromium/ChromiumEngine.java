package org.cookieproof.driver.chromium;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cookieproof.profile.Profile;

/**
 * A browser that is built from Chromium's sources.
 *
 * @param name as error messages call it, and as a profile names one of Debian's in {@code settings.engine}
 */
public record ChromiumEngine(String name, Path executable) {

    /** Through Debian's launcher, which adds Debian's own flags and then becomes the browser. */
    public static final ChromiumEngine CHROMIUM = new ChromiumEngine("chromium", Path.of("/usr/bin/chromium"));

    /** Not through Debian's launcher: that one stays as a parent, and what ends the parent leaves the browser. */
    public static final ChromiumEngine CHROMIUM_HEADLESS_SHELL =
            new ChromiumEngine("chromium-headless-shell", Path.of("/usr/lib/chromium/chromium-headless-shell"));

    private static final Set<String> SETTINGS =
            Set.of("engine", "third-party-cookies", "images", "features-on", "features-off");

    private static final List<ChromiumEngine> OF_DEBIAN = List.of(CHROMIUM, CHROMIUM_HEADLESS_SHELL);

    public ChromiumEngine {
        Objects.requireNonNull(name);
        Objects.requireNonNull(executable);
    }

    /**
     * The one of Debian's that a profile means.
     *
     * @throws IllegalArgumentException when it names another
     */
    public static ChromiumEngine of(Profile profile) {
        String name = profile.setting("engine").orElse(CHROMIUM.name);
        return OF_DEBIAN.stream()
                .filter(e -> e.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(profile.file() + ": settings: unknown engine '" + name
                        + "'; known are "
                        + OF_DEBIAN.stream().map(ChromiumEngine::name).collect(Collectors.joining(", "))));
    }

    /**
     * What a profile may say in {@code settings:} of any of them.
     *
     * @param besides what one of its drivers reads, too
     */
    public static Set<String> settings(String... besides) {
        return Stream.concat(SETTINGS.stream(), Stream.of(besides)).collect(Collectors.toUnmodifiableSet());
    }

    /** A browser with windows; all others are what Chromium calls headless shells. */
    boolean isFull() {
        return equals(CHROMIUM);
    }

    @Override
    public String toString() {
        return name;
    }
}
