package org.cookieproof.passport;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cookieproof.http.cookie.CookieDeviation;
import org.cookieproof.profile.Profile;

/**
 * Something that a passport and what is known of its profile do not agree on.
 *
 * @param behaviour the id; of a whole profile the profile's
 */
public record PassportFinding(String profile, String behaviour, String what) {

    private static final String IDLE = "'differs:' explains it, and there is no difference";

    public PassportFinding {
        Objects.requireNonNull(profile);
        Objects.requireNonNull(behaviour);
        Objects.requireNonNull(what);
    }

    /** What of today's passport differs from the committed one, other than what is declared to vary. */
    static List<PassportFinding> changes(Profile profile, Passport committed, Passport now) {
        List<PassportFinding> findings = new ArrayList<>();
        // Debian's versions float: that the engine is another one is no finding, what it does otherwise is.
        String changed = now.engine() + " changed it"
                + (now.engine().equals(committed.engine()) ? "" : " since " + committed.engine());
        now.answers().forEach((id, answer) -> {
            String was = committed.answers().get(id);
            if (was != null && !was.equals(answer) && !profile.varies(id)) {
                findings.add(new PassportFinding(
                        now.profile().value(), id, changed + ": was \"" + was + "\", is \"" + answer + "\""));
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
        boolean explained = profile.differs().stream().anyMatch(d -> d.explains(behaviour.id(), answer));
        return expected.equals(answer) || explained
                ? Optional.empty()
                : Optional.of("answered \"" + answer + "\"; " + behaviour.source()
                        + (profile.deviations().isEmpty() ? "" : ", with the declared deviations,") + " has \""
                        + expected
                        + "\"");
    }

    /** Deviations that are declared and that nothing in the passport shows, alone or beside the others. */
    static List<PassportFinding> unseen(
            Profile profile, Passport passport, List<Behaviour> behaviours, ModelAnswer model) {
        Set<CookieDeviation> declared = profile.deviationSet();
        List<Behaviour> answered = behaviours.stream()
                .filter(b -> b.verifies().isEmpty() && passport.answer(b).isPresent())
                .toList();
        return declared.stream()
                .sorted()
                .filter(deviation -> {
                    Set<CookieDeviation> others = new HashSet<>(declared);
                    others.remove(deviation);
                    return answered.stream()
                            .allMatch(b -> model.of(b, Set.of(deviation)).equals(model.standard(b))
                                    && model.of(b, others).equals(model.of(b, declared)));
                })
                .map(deviation -> new PassportFinding(
                        profile.id().value(),
                        deviation.wireName(),
                        "is declared with 'deviations:', and no behaviour that was asked shows it"))
                .toList();
    }

    /** Entries of a profile's own {@code differs:} that explain nothing. */
    static List<PassportFinding> idle(
            Profile profile, Passport passport, List<Behaviour> behaviours, ModelAnswer model) {
        return profile.differs().stream()
                .filter(d -> d.family().isEmpty() && !d.varies() && isIdle(d, profile, passport, behaviours, model))
                .map(d -> new PassportFinding(profile.id().value(), String.join(" ", d.on()), IDLE))
                .toList();
    }

    /** Entries of families that explain nothing in any passport of a member. */
    static List<PassportFinding> idleInFamilies(
            Map<Profile, Passport> passports, List<Behaviour> behaviours, ModelAnswer model) {
        Map<Profile.MeasuredDifference, Boolean> idle = new LinkedHashMap<>();
        passports.forEach((profile, passport) -> profile.differs().stream()
                .filter(d -> d.family().isPresent())
                .forEach(d -> idle.merge(d, isIdle(d, profile, passport, behaviours, model), Boolean::logicalAnd)));
        return idle.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(e -> new PassportFinding(
                        "family " + e.getKey().family().orElseThrow(),
                        String.join(" ", e.getKey().on()),
                        IDLE))
                .toList();
    }

    private static boolean isIdle(
            Profile.MeasuredDifference difference,
            Profile profile,
            Passport passport,
            List<Behaviour> behaviours,
            ModelAnswer model) {
        return behaviours.stream()
                .filter(b -> b.verifies().isEmpty())
                .noneMatch(b -> passport.answer(b)
                        .filter(answer -> difference.explains(b.id(), answer))
                        .filter(answer -> !model.of(b, profile.deviationSet()).equals(answer))
                        .isPresent());
    }

    @Override
    public String toString() {
        return profile + " × " + behaviour + ": " + what;
    }
}
