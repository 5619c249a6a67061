package org.cookieproof.passport;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cookieproof.profile.Profile;

/**
 * One profile, measured or not.
 *
 * @param passport    empty when it could not be measured whole
 * @param notObserved behaviours without an answer, or the profile's name, with the reason
 * @param differences from the standard, explained or not
 * @param findings    what must be looked at
 * @param written     the file that was written; empty where the committed one says the same, or is not to be replaced
 */
public record Measured(
        Profile profile,
        Optional<Passport> passport,
        List<String> notObserved,
        List<Difference> differences,
        List<PassportFinding> findings,
        Optional<Path> written) {

    public Measured {
        Objects.requireNonNull(profile);
        notObserved = List.copyOf(notObserved);
        differences = List.copyOf(differences);
        findings = List.copyOf(findings);
    }

    /** In one line, for a person. */
    public String summary() {
        if (passport.isEmpty()) {
            return "not measured whole";
        }
        Passport now = passport.get();
        long explained =
                differences.stream().filter(d -> d.explanation().isPresent()).count();
        return now.engine() + ", " + now.answers().size() + " behaviours: " + differences.size()
                + " not as the standard has it, " + explained + " of them explained; "
                + now.notAsked().size() + " cannot be asked";
    }
}
