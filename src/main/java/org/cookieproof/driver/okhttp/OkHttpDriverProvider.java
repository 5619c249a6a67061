package org.cookieproof.driver.okhttp;

import com.google.auto.service.AutoService;
import java.util.Set;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.UserAgentDriver;

/**
 * {@code driver: okhttp}; the setting {@code jar} names its cookie jar: {@code rfc6265}, which is the default, or
 * {@code java-net}, OkHttp's own bridge to {@code java.net.CookieManager}.
 */
@AutoService(DriverProvider.class)
public final class OkHttpDriverProvider implements DriverProvider {

    @Override
    public String id() {
        return "okhttp";
    }

    @Override
    public Set<String> settings() {
        return Set.of("jar");
    }

    @Override
    public UserAgentDriver create() {
        return new OkHttpDriver();
    }
}
