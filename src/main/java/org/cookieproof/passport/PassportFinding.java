package org.cookieproof.passport;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cookieproof.profile.Profile;

/**
 * Something that a passport and what is known of its profile do not agree on.
 *
 * @param behaviour the id; of a whole profile the profile's
 */
public record PassportFinding(String profile, String behaviour, String what) {

    public PassportFinding {
        Objects.requireNonNull(profile);
        Objects.requireNonNull(behaviour);
        Objects.requireNonNull(what);
    }

    /** What of today's passport differs from the committed one, other than what is declared to vary. */
    static List<PassportFinding> changes(Profile profile, Passport committed, Passport now) {
        List<PassportFinding> findings = new ArrayList<>();
        String changed =
                now.engine().equals(committed.engine()) ? "" : " (the passport is of " + committed.engine() + ")";
        now.answers().forEach((id, answer) -> {
            String was = committed.answers().get(id);
            if (was != null && !was.equals(answer) && !profile.varies(id)) {
                findings.add(new PassportFinding(
                        now.profile().value(),
                        id,
                        now.engine() + " changed it: was \"" + was + "\", is \"" + answer + "\"" + changed));
            }
        });
        committed.answers().keySet().stream()
                .filter(now.notAsked()::containsKey)
                .forEach(id -> findings.add(new PassportFinding(
                        now.profile().value(),
                        id,
                        "is not asked any more: " + now.notAsked().get(id))));
        return findings;
    }

    /** What the profile does not declare, or declares and does not do. */
    static List<PassportFinding> contradictions(
            Profile profile, Passport passport, List<Behaviour> behaviours, ModelAnswer model) {
        List<PassportFinding> findings = new ArrayList<>();
        for (Behaviour behaviour : behaviours) {
            passport.answer(behaviour)
                    .flatMap(answer -> contradiction(profile, behaviour, answer, model))
                    .ifPresent(what ->
                            findings.add(new PassportFinding(profile.id().value(), behaviour.id(), what)));
        }
        return findings;
    }

    private static Optional<String> contradiction(
            Profile profile, Behaviour behaviour, String answer, ModelAnswer model) {
        if (behaviour.verifies().isPresent()) {
            boolean declared = Claims.of(profile).contains(behaviour.verifies().get());
            boolean does = answer.equals(Reading.YES);
            return declared == does
                    ? Optional.empty()
                    : Optional.of(
                            declared
                                    ? "is declared with 'can:' and does not work"
                                    : "works and is not declared with 'can:'");
        }
        String expected = model.of(behaviour, profile.deviationSet());
        boolean explained = profile.differs().stream().anyMatch(d -> d.isAbout(behaviour.id()));
        return expected.equals(answer) || explained
                ? Optional.empty()
                : Optional.of("answered \"" + answer + "\"; " + behaviour.source()
                        + (profile.deviations().isEmpty() ? "" : ", with the declared deviations,") + " has \""
                        + expected
                        + "\"");
    }

    /** Entries of {@code differs:} that explain nothing. */
    static List<PassportFinding> idle(
            Profile profile, Passport passport, List<Behaviour> behaviours, ModelAnswer model) {
        return profile.differs().stream()
                .filter(d -> !d.varies())
                .filter(d -> behaviours.stream()
                        .filter(b -> d.isAbout(b.id()))
                        .allMatch(b -> passport.answer(b)
                                .map(model.of(b, profile.deviationSet())::equals)
                                .orElse(true)))
                .map(d -> new PassportFinding(
                        profile.id().value(),
                        String.join(" ", d.on()),
                        "'differs:' explains it, and there is no difference"))
                .toList();
    }

    @Override
    public String toString() {
        return profile + " × " + behaviour + ": " + what;
    }
}
