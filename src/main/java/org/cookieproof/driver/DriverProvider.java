package org.cookieproof.driver;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.cookieproof.profile.Profile;
import org.cookieproof.provision.Fetchable;

/** Makes drivers of one technology. Found by {@link java.util.ServiceLoader}. */
public interface DriverProvider {

    /** As profiles name it in {@code driver:}, for example {@code playwright}. */
    String id();

    /**
     * What profiles may tell its drivers in {@code settings:}; whatever else they say is a mistake, but {@code
     * background-hosts}, which is not the driver's.
     */
    default Set<String> settings() {
        return Set.of();
    }

    /** What has to be fetched before this profile can run, and whether it is there; empty where nothing has. */
    default Optional<Fetchable> fetches(Profile profile) {
        return Optional.empty();
    }

    /**
     * Fetches what is to be fetched and is not there, however long that takes: before the time of a cell begins.
     *
     * @throws UserAgentBrokenException when it cannot be had
     */
    default void prepare(Profile profile) {}

    /** A driver for the calling thread. Cheap: what is slow starts at the first session. */
    UserAgentDriver create();

    /**
     * What one session of a browser takes, with what its driver keeps warm beside it: proportional set size in MB,
     * measured. Of HTTP clients nobody asks.
     */
    default int megabytes() {
        return 500;
    }

    /**
     * How many of its user agents the Selenium Grid whose hub is at a URL can have at once, from 1; with a {@link
     * UserAgentBrokenException} where there is none. Empty where they cannot be had from a Grid at all, else {@link
     * Surroundings#grid} may name one.
     */
    default Optional<ToIntFunction<URI>> slotsAtGrid() {
        return Optional.empty();
    }
}
