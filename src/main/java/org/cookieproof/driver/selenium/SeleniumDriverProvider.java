package org.cookieproof.driver.selenium;

import com.google.auto.service.AutoService;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.UserAgentDriver;

/** {@code driver: selenium}. */
@AutoService(DriverProvider.class)
public final class SeleniumDriverProvider implements DriverProvider {

    @Override
    public String id() {
        return "selenium";
    }

    @Override
    public UserAgentDriver create() {
        return new SeleniumDriver();
    }
}
