package org.cookieproof.driver.selenium;

import com.google.auto.service.AutoService;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.UserAgentDriver;
import org.cookieproof.driver.chromium.ChromiumEngine;

/** {@code driver: selenium}. */
@AutoService(DriverProvider.class)
public final class SeleniumDriverProvider implements DriverProvider {

    @Override
    public String id() {
        return "selenium";
    }

    @Override
    public Set<String> settings() {
        return ChromiumEngine.settings();
    }

    @Override
    public UserAgentDriver create() {
        return new SeleniumDriver();
    }

    /** A Chromium 218 (facts/user-agents.md), and a chromedriver. */
    @Override
    public int megabytes() {
        return 250;
    }

    @Override
    public Optional<ToIntFunction<URI>> slotsAtGrid() {
        return Optional.of(GridProbe::slots);
    }
}
