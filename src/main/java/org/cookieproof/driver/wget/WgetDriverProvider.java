package org.cookieproof.driver.wget;

import com.google.auto.service.AutoService;
import java.util.Set;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.UserAgentDriver;

/**
 * {@code driver: wget}; settings: {@code binary} (default {@code wget}, found on the PATH) and {@code max-redirect}
 * (default 20, which is wget's own).
 */
@AutoService(DriverProvider.class)
public final class WgetDriverProvider implements DriverProvider {

    @Override
    public String id() {
        return "wget";
    }

    @Override
    public Set<String> settings() {
        return Set.of("binary", "max-redirect");
    }

    @Override
    public UserAgentDriver create() {
        return new WgetDriver();
    }
}
