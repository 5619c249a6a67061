package org.cookieproof.driver.playwright;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cookieproof.profile.Profile;

/**
 * What a phone's browser would say of itself and show, as Playwright's device descriptors have it: the profile writes
 * the descriptor out, since the Java library has no list of them. The engine underneath stays the desktop's.
 *
 * @param width  of the viewport, in CSS pixels
 * @param height of the viewport, in CSS pixels
 * @param scale  device pixels to a CSS pixel
 */
record EmulatedDevice(String userAgent, int width, int height, double scale) {

    private static final Pattern VIEWPORT = Pattern.compile("(\\d{2,5})x(\\d{2,5})@(\\d+(?:\\.\\d+)?)");

    EmulatedDevice {
        Objects.requireNonNull(userAgent);
    }

    /**
     * The device that {@code settings.device-viewport} and {@code settings.device-user-agent} describe; none without
     * the first.
     *
     * @throws IllegalArgumentException when they do not
     */
    static Optional<EmulatedDevice> of(Profile profile) {
        return profile.setting("device-viewport").map(viewport -> {
            Matcher said = VIEWPORT.matcher(viewport);
            if (!said.matches()) {
                throw new IllegalArgumentException(profile.file() + ": settings: device-viewport is '" + viewport
                        + "'; write WIDTHxHEIGHT@SCALE, as in 412x839@2.625");
            }
            String userAgent = profile.setting("device-user-agent")
                    .orElseThrow(() -> new IllegalArgumentException(
                            profile.file() + ": settings: a device-viewport needs a device-user-agent"));
            return new EmulatedDevice(
                    userAgent,
                    Integer.parseInt(said.group(1)),
                    Integer.parseInt(said.group(2)),
                    Double.parseDouble(said.group(3)));
        });
    }

    void applyTo(Browser.NewContextOptions options) {
        options.setUserAgent(userAgent)
                .setViewportSize(width, height)
                .setDeviceScaleFactor(scale)
                .setIsMobile(true)
                .setHasTouch(true);
    }

    void applyTo(BrowserType.LaunchPersistentContextOptions options) {
        options.setUserAgent(userAgent)
                .setViewportSize(width, height)
                .setDeviceScaleFactor(scale)
                .setIsMobile(true)
                .setHasTouch(true);
    }
}
