package org.cookieproof.driver.httpclient4;

import com.google.auto.service.AutoService;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.UserAgentDriver;

/** {@code driver: apache-httpclient4}; it has no settings; the cookie specification is {@code default}, as shipped. */
@AutoService(DriverProvider.class)
public final class HttpClient4DriverProvider implements DriverProvider {

    @Override
    public String id() {
        return "apache-httpclient4";
    }

    @Override
    public UserAgentDriver create() {
        return new HttpClient4Driver();
    }
}
