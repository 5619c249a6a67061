package org.cookieproof.driver.playwright;

import com.google.auto.service.AutoService;
import java.util.Set;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.UserAgentDriver;
import org.cookieproof.driver.chromium.ChromiumEngine;

/** {@code driver: playwright}. */
@AutoService(DriverProvider.class)
public final class PlaywrightDriverProvider implements DriverProvider {

    @Override
    public String id() {
        return "playwright";
    }

    @Override
    public Set<String> settings() {
        return ChromiumEngine.settings("script-storage", "device-viewport", "device-user-agent");
    }

    @Override
    public UserAgentDriver create() {
        return new PlaywrightDriver();
    }

    /** Its own server 144, and two headless shells 165 each, or one Chromium 218 (facts/user-agents.md). */
    @Override
    public int megabytes() {
        return 480;
    }
}
