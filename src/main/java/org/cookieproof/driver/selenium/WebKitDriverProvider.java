package org.cookieproof.driver.selenium;

import com.google.auto.service.AutoService;
import java.util.Set;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.UserAgentDriver;

/** {@code driver: webkitgtk}. */
@AutoService(DriverProvider.class)
public final class WebKitDriverProvider implements DriverProvider {

    @Override
    public String id() {
        return "webkitgtk";
    }

    @Override
    public Set<String> settings() {
        return Set.of("cookies-policy", "itp");
    }

    @Override
    public UserAgentDriver create() {
        return new WebKitDriver();
    }

    /** MiniBrowser with its processes 225 (facts/user-agents.md), and an X server. */
    @Override
    public int megabytes() {
        return 260;
    }
}
