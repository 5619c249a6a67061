package org.cookieproof.driver.httpclient;

import com.google.auto.service.AutoService;
import java.util.Set;
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
    public Set<String> settings() {
        return Set.of("cookie-spec");
    }

    @Override
    public UserAgentDriver create() {
        return new ApacheDriver();
    }
}
