package org.cookieproof.run;

import java.util.HashMap;
import java.util.Map;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.driver.UserAgentDriver;
import org.cookieproof.profile.Profile;

/** The drivers of one worker thread, each made when first needed; they never leave that thread. */
final class Drivers implements AutoCloseable {

    private final Map<String, DriverProvider> providers;
    private final Map<String, UserAgentDriver> made = new HashMap<>();

    Drivers(Map<String, DriverProvider> providers) {
        this.providers = providers;
    }

    /** None made yet, for another thread. */
    Drivers forAnotherThread() {
        return new Drivers(providers);
    }

    UserAgentDriver of(Profile profile) {
        return made.computeIfAbsent(profile.driver(), id -> providerOf(profile).create());
    }

    /** Fetches what the profile's user agent needs. */
    void prepare(Profile profile) {
        providerOf(profile).prepare(profile);
    }

    private DriverProvider providerOf(Profile profile) {
        DriverProvider provider = providers.get(profile.driver());
        if (provider == null) {
            throw new IllegalStateException("planned with an unknown driver: " + profile.driver());
        }
        return provider;
    }

    /** After a user agent broke its driver is not trusted with the next one. */
    void discard(Profile profile) {
        UserAgentDriver driver = made.remove(profile.driver());
        if (driver != null) {
            close(driver);
        }
    }

    @Override
    public void close() {
        made.values().forEach(Drivers::close);
        made.clear();
    }

    private static void close(UserAgentDriver driver) {
        try {
            driver.close();
        } catch (UserAgentBrokenException e) {
            // It is being ended anyway; what it had left behind was told with the cell that it broke.
        }
    }
}
