package org.cookieproof.passport;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cookieproof.http.cookie.CookieDeviation;
import org.cookieproof.profile.Profile;

/**
 * Where an answer is not the standard's.
 *
 * @param standard    what RFC 6265bis has
 * @param explanation what the profile declares that makes the difference; empty where nothing does
 */
record Difference(Behaviour behaviour, String answer, String standard, Optional<String> explanation) {

    /** What stands behind the answers of one profile. */
    static List<Difference> of(Profile profile, Passport passport, List<Behaviour> behaviours, ModelAnswer model) {
        return behaviours.stream()
                .filter(b -> b.verifies().isEmpty())
                .flatMap(b -> passport.answer(b).flatMap(answer -> of(profile, b, answer, model)).stream())
                .toList();
    }

    /** Empty where the answer is the standard's. */
    static Optional<Difference> of(Profile profile, Behaviour behaviour, String answer, ModelAnswer model) {
        String standard = model.standard(behaviour);
        return answer.equals(standard)
                ? Optional.empty()
                : Optional.of(
                        new Difference(behaviour, answer, standard, explanation(profile, behaviour, answer, model)));
    }

    private static Optional<String> explanation(
            Profile profile, Behaviour behaviour, String answer, ModelAnswer model) {
        Set<CookieDeviation> declared = profile.deviationSet();
        if (model.of(behaviour, declared).equals(answer)) {
            Set<CookieDeviation> alone = declared.stream()
                    .filter(d -> model.of(behaviour, Set.of(d)).equals(answer))
                    .collect(Collectors.toSet());
            return Optional.of((alone.isEmpty() ? declared : alone)
                    .stream().sorted().map(Object::toString).collect(Collectors.joining(" and ")));
        }
        return profile.differs().stream()
                .filter(d -> d.explains(behaviour.id(), answer))
                .findFirst()
                .map(Profile.MeasuredDifference::source);
    }
}
