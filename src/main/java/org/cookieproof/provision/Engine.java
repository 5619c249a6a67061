package org.cookieproof.provision;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cookieproof.profile.CookieParser;
import org.cookieproof.profile.Profile;

/**
 * A cookie engine as it is on this machine.
 *
 * @param version   of the release, as its origin has it; empty where it is not here
 * @param megabytes of the release alone on disk, in MiB, or to be fetched; empty where it is not known
 * @param isThere   whether it can be used as it is
 * @param howToGet  what a user types, or what happens by itself
 * @param profiles  those that it parses for
 */
public record Engine(
        CookieParser parser,
        Optional<String> version,
        Optional<Double> megabytes,
        boolean isThere,
        String howToGet,
        List<Profile> profiles) {

    public Engine {
        Objects.requireNonNull(parser);
        Objects.requireNonNull(version);
        Objects.requireNonNull(megabytes);
        Objects.requireNonNull(howToGet);
        profiles = List.copyOf(profiles);
    }

    /** Whether it is one that others use: a jar of ours plays them and is none of them. */
    public boolean isOfTheField() {
        return parser.origin() != CookieParser.Origin.MODEL;
    }

    /** Where it comes from, in words. */
    public String origin() {
        return switch (parser.origin()) {
            case DEBIAN -> "Debian " + parser.of();
            case MAVEN -> "Maven Central " + parser.of();
            case JAVA -> "Java " + parser.of();
            case NPM -> "npm " + parser.of();
            case MODEL -> parser.of() + " (a model)";
        };
    }
}
