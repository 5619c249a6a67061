package org.cookieproof.run;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cookieproof.driver.DriverProvider;
import org.cookieproof.driver.UserAgentDriver;
import org.cookieproof.profile.Profile;

/** The drivers of one worker thread, each made when first needed; they never leave that thread. */
final class Drivers implements AutoCloseable {

    private final Map<String, DriverProvider> providers;
    private final Map<String, UserAgentDriver> made = new HashMap<>();
    private final Set<String> browsers = new HashSet<>();

    Drivers(Map<String, DriverProvider> providers) {
        this.providers = providers;
    }

    /** None made yet, for another thread. */
    Drivers forAnotherThread() {
        return new Drivers(providers);
    }

    /** Who makes the driver; empty where this build knows none. */
    Optional<DriverProvider> provider(Profile profile) {
        return Optional.ofNullable(providers.get(profile.driver()));
    }

    UserAgentDriver of(Profile profile) {
        DriverProvider provider = providerOf(profile);
        if (profile.kind() == Profile.Kind.BROWSER) {
            closeOtherBrowsers(profile.driver());
            browsers.add(profile.driver());
        }
        return made.computeIfAbsent(profile.driver(), id -> provider.create());
    }

    /** Fetches what the profile's user agent needs. */
    void prepare(Profile profile) {
        providerOf(profile).prepare(profile);
    }

    private DriverProvider providerOf(Profile profile) {
        return provider(profile)
                .orElseThrow(() -> new IllegalStateException("planned with an unknown driver: " + profile.driver()));
    }

    /** What a driver keeps warm takes hundreds of megabytes; cells come ordered by profile. */
    private void closeOtherBrowsers(String driver) {
        for (String other : List.copyOf(browsers)) {
            if (!other.equals(driver)) {
                browsers.remove(other);
                Optional.ofNullable(made.remove(other)).ifPresent(Drivers::close);
            }
        }
    }

    /** When no cell with a browser is left for the worker. */
    void closeBrowsers() {
        closeOtherBrowsers("");
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
        } catch (RuntimeException e) {
            // No cell suffers by it any more, and the others must be closed; what it leaves behind is told of the run.
        }
    }
}
