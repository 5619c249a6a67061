package org.cookieproof.driver.jdk;

import com.google.auto.service.AutoService;
import java.util.Set;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.UserAgentDriver;

/**
 * {@code driver: jdk}; settings as the JDK names them: {@code policy} ({@code ACCEPT_ORIGINAL_SERVER}, the JDK's
 * default, {@code ACCEPT_ALL} or {@code ACCEPT_NONE}) and {@code redirects} ({@code NORMAL}, the default here: all but
 * those from https to http; {@code ALWAYS}; {@code NEVER}).
 */
@AutoService(DriverProvider.class)
public final class JdkDriverProvider implements DriverProvider {

    @Override
    public String id() {
        return "jdk";
    }

    @Override
    public Set<String> settings() {
        return Set.of("policy", "redirects");
    }

    @Override
    public UserAgentDriver create() {
        return new JdkDriver();
    }
}
