package org.cookieproof.driver.asynchttp;

import com.google.auto.service.AutoService;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.UserAgentDriver;

/** {@code driver: async-http-client}; it has no settings. */
@AutoService(DriverProvider.class)
public final class AsyncHttpDriverProvider implements DriverProvider {

    @Override
    public String id() {
        return "async-http-client";
    }

    @Override
    public UserAgentDriver create() {
        return new AsyncHttpDriver();
    }
}
