package org.cookieproof.driver.jetty;

import com.google.auto.service.AutoService;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.UserAgentDriver;

/** {@code driver: jetty-client}; it has no settings. */
@AutoService(DriverProvider.class)
public final class JettyDriverProvider implements DriverProvider {

    @Override
    public String id() {
        return "jetty-client";
    }

    @Override
    public UserAgentDriver create() {
        return new JettyDriver();
    }
}
