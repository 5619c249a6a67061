package org.cookieproof.driver.htmlunit;

import com.google.auto.service.AutoService;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.UserAgentDriver;

/** {@code driver: htmlunit}; it has no settings: HtmlUnit plays the browser that it plays best, as shipped. */
@AutoService(DriverProvider.class)
public final class HtmlUnitDriverProvider implements DriverProvider {

    @Override
    public String id() {
        return "htmlunit";
    }

    @Override
    public UserAgentDriver create() {
        return new HtmlUnitDriver();
    }
}
