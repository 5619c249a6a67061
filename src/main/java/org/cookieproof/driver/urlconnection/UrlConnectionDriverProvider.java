package org.cookieproof.driver.urlconnection;

import com.google.auto.service.AutoService;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.UserAgentDriver;

/** {@code driver: url-connection}; it has no settings. */
@AutoService(DriverProvider.class)
public final class UrlConnectionDriverProvider implements DriverProvider {

    @Override
    public String id() {
        return "url-connection";
    }

    @Override
    public UserAgentDriver create() {
        return new UrlConnectionDriver();
    }
}
