package org.cookieproof.passport;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.cookieproof.evidence.ProfileId;

/**
 * What one profile was measured to do.
 *
 * @param engine   name and version, as the engine tells them
 * @param measured on this day
 * @param answers  behaviour id to answer
 * @param notAsked behaviour id to the reason
 */
record Passport(
        ProfileId profile,
        String engine,
        LocalDate measured,
        Map<String, String> answers,
        Map<String, String> notAsked) {

    Passport {
        Objects.requireNonNull(profile);
        Objects.requireNonNull(engine);
        Objects.requireNonNull(measured);
        answers = Collections.unmodifiableMap(new TreeMap<>(answers));
        notAsked = Collections.unmodifiableMap(new TreeMap<>(notAsked));
    }

    /** Empty where it was not asked. */
    Optional<String> answer(Behaviour behaviour) {
        return Optional.ofNullable(answers.get(behaviour.id()));
    }

    /** Whether it tells the same, whenever and of whichever version. */
    boolean saysTheSameAs(Passport other) {
        return profile.equals(other.profile) && answers.equals(other.answers) && notAsked.equals(other.notAsked);
    }
}
