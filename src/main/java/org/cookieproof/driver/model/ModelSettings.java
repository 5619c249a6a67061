package org.cookieproof.driver.model;

import java.util.Optional;
import java.util.Set;
import org.cookieproof.profile.Capability;
import org.cookieproof.profile.Profile;

/**
 * What a model is told besides its deviations.
 *
 * @param hasPages        whether pages ask for something in it, so that there are other sites' requests
 * @param tellsItsContext {@code fetch-metadata: sent}: whether it sends Sec-Fetch-* as browsers do since 2019 to 2023
 * @param userAgent       {@code user-agent:}, for servers that treat some otherwise; else OkHttp's own
 * @param seed            {@code seed:}, of what it does at random
 */
record ModelSettings(boolean hasPages, boolean tellsItsContext, Optional<String> userAgent, long seed) {

    private static final String FETCH_METADATA = "fetch-metadata";
    private static final String USER_AGENT = "user-agent";
    private static final String SEED = "seed";
    static final Set<String> KNOWN = Set.of(FETCH_METADATA, USER_AGENT, SEED);

    /** @throws IllegalArgumentException where a setting cannot be understood */
    static ModelSettings of(Profile profile) {
        return new ModelSettings(
                profile.can(Capability.IMAGES), tellsItsContext(profile), profile.setting(USER_AGENT), seed(profile));
    }

    private static boolean tellsItsContext(Profile profile) {
        String told = profile.setting(FETCH_METADATA).orElse("not-sent");
        return switch (told) {
            case "sent" -> true;
            case "not-sent" -> false;
            default ->
                throw new IllegalArgumentException(
                        profile.file() + ": settings: " + FETCH_METADATA + " is sent or not-sent, not '" + told + "'");
        };
    }

    private static long seed(Profile profile) {
        String told = profile.setting(SEED).orElse("0");
        try {
            return Long.parseLong(told);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    profile.file() + ": settings: " + SEED + " is a whole number, not '" + told + "'", e);
        }
    }
}
