package org.cookieproof.passport;

import java.util.Map;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.driver.UserAgentDriver;
import org.cookieproof.profile.Profile;

/** A driver of which another is made when its user agent broke: it is not trusted with the next. */
final class RenewableDriver implements AutoCloseable {

    private final DriverProvider provider;
    private UserAgentDriver driver;

    /** @throws IllegalStateException when there is no such driver */
    RenewableDriver(Map<String, DriverProvider> drivers, Profile profile) {
        DriverProvider named = drivers.get(profile.driver());
        if (named == null) {
            throw new IllegalStateException(profile.id() + " names an unknown driver: " + profile.driver());
        }
        provider = named;
        driver = provider.create();
    }

    UserAgentDriver current() {
        return driver;
    }

    void renew() {
        close();
        driver = provider.create();
    }

    @Override
    public void close() {
        try {
            driver.close();
        } catch (UserAgentBrokenException e) {
            // it is being ended anyway; what it broke has been told
        }
    }
}
