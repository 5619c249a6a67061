package org.cookieproof.driver.python;

import com.google.auto.service.AutoService;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.UserAgentDriver;

/**
 * {@code driver: python-requests}; setting: {@code binary}, a Python that has the module requests (default
 * {@code /usr/bin/python3}, Debian's, since another Python on the PATH has modules of its own).
 */
@AutoService(DriverProvider.class)
public final class RequestsDriverProvider implements DriverProvider {

    @Override
    public String id() {
        return "python-requests";
    }

    @Override
    public UserAgentDriver create() {
        return new RequestsDriver();
    }
}
