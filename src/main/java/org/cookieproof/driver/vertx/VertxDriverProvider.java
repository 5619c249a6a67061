package org.cookieproof.driver.vertx;

import com.google.auto.service.AutoService;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.UserAgentDriver;

/** {@code driver: vertx}; it has no settings. */
@AutoService(DriverProvider.class)
public final class VertxDriverProvider implements DriverProvider {

    @Override
    public String id() {
        return "vertx";
    }

    @Override
    public UserAgentDriver create() {
        return new VertxDriver();
    }
}
