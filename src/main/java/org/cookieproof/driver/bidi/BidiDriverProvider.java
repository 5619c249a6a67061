package org.cookieproof.driver.bidi;

import com.google.auto.service.AutoService;
import java.util.Set;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.UserAgentDriver;

/**
 * {@code driver: bidi}; settings: {@code cookie-behavior} (0 to 5) and {@code lax-by-default} (true or false), as Firefox's
 * own {@code network.cookie} preferences, and {@code background-hosts}.
 */
@AutoService(DriverProvider.class)
public final class BidiDriverProvider implements DriverProvider {

    @Override
    public String id() {
        return "bidi";
    }

    @Override
    public Set<String> settings() {
        return Set.of("cookie-behavior", "lax-by-default");
    }

    @Override
    public UserAgentDriver create() {
        return new FirefoxDriver();
    }

    /** Two Firefoxes of 550 (facts/user-agents.md): the one that is kept warm and the one that is played. */
    @Override
    public int megabytes() {
        return 1100;
    }
}
