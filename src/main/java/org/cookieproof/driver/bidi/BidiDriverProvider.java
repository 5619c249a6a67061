package org.cookieproof.driver.bidi;

import com.google.auto.service.AutoService;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.UserAgentDriver;

/** {@code driver: bidi}. */
@AutoService(DriverProvider.class)
public final class BidiDriverProvider implements DriverProvider {

    @Override
    public String id() {
        return "bidi";
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
