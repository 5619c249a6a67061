package org.cookieproof.driver.httpclient;

import com.google.auto.service.AutoService;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.UserAgentDriver;

/**
 * {@code driver: apache-httpclient}; the setting {@code cookie-spec} is {@code relaxed}, HttpClient's own default, or
 * {@code strict}.
 */
@AutoService(DriverProvider.class)
public final class ApacheDriverProvider implements DriverProvider {

    @Override
    public String id() {
        return "apache-httpclient";
    }

    @Override
    public UserAgentDriver create() {
        return new ApacheDriver();
    }
}
