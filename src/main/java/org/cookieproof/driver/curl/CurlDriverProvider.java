package org.cookieproof.driver.curl;

import com.google.auto.service.AutoService;
import java.util.Set;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.UserAgentDriver;

/**
 * {@code driver: curl}; settings: {@code binary} (default {@code curl}, found on the PATH) and {@code max-redirs}
 * (default 20, as browsers).
 */
@AutoService(DriverProvider.class)
public final class CurlDriverProvider implements DriverProvider {

    @Override
    public String id() {
        return "curl";
    }

    @Override
    public Set<String> settings() {
        return Set.of("binary", "max-redirs");
    }

    @Override
    public UserAgentDriver create() {
        return new CurlDriver();
    }
}
