package org.cookieproof.passport;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cookieproof.profile.HeldAgainst;
import org.cookieproof.profile.Profile;
import org.cookieproof.yaml.Glob;

/**
 * A model beside a real engine, by their passports: what both were asked of what the model is held against.
 *
 * @param alike         how many answers are the same
 * @param disagreements the others
 */
record Comparison(Profile model, Profile engine, HeldAgainst against, int alike, List<Disagreement> disagreements) {

    Comparison {
        disagreements = List.copyOf(disagreements);
    }

    /** @param explanation empty where nothing declared says why */
    record Disagreement(Behaviour behaviour, String model, String engine, Optional<String> explanation) {}

    /** All that the profiles' {@code held-against:} asks for and there are passports of. */
    static List<Comparison> of(Map<Profile, Passport> passports, List<Behaviour> behaviours, ModelAnswer standard) {
        List<Comparison> all = new ArrayList<>();
        passports.forEach((model, passport) -> model.heldAgainst()
                .forEach(against -> passports.forEach((engine, other) -> {
                    if (against.means(engine)) {
                        all.add(of(model, passport, engine, other, against, behaviours, standard));
                    }
                })));
        return all;
    }

    private static Comparison of(
            Profile model,
            Passport modelsPassport,
            Profile engine,
            Passport enginesPassport,
            HeldAgainst against,
            List<Behaviour> behaviours,
            ModelAnswer standard) {
        int alike = 0;
        List<Disagreement> disagreements = new ArrayList<>();
        for (Behaviour behaviour : behaviours) {
            Optional<String> ours = modelsPassport.answer(behaviour);
            Optional<String> theirs = enginesPassport.answer(behaviour);
            boolean asked = behaviour.verifies().isEmpty()
                    && against.on().stream().anyMatch(glob -> Glob.matches(glob, behaviour.id()));
            if (!asked || ours.isEmpty() || theirs.isEmpty()) {
                continue;
            }
            if (ours.equals(theirs)) {
                alike++;
                continue;
            }
            Optional<String> why = against.differs().stream()
                    .filter(d -> d.explains(behaviour.id(), theirs.get()))
                    .findFirst()
                    .map(Profile.MeasuredDifference::source);
            if (why.isEmpty() && against.isOfBrowsers()) {
                // What makes the one differ from the standard makes it differ from a model of the standard.
                why = Stream.of(
                                Difference.of(engine, behaviour, theirs.get(), standard),
                                Difference.of(model, behaviour, ours.get(), standard))
                        .flatMap(Optional::stream)
                        .flatMap(d -> d.explanation().stream())
                        .findFirst();
            }
            disagreements.add(new Disagreement(behaviour, ours.get(), theirs.get(), why));
        }
        return new Comparison(model, engine, against, alike, disagreements);
    }

    int compared() {
        return alike + disagreements.size();
    }

    /** What nobody has explained, and what explains nothing. */
    List<PassportFinding> findings() {
        List<PassportFinding> findings = new ArrayList<>();
        if (compared() == 0) {
            findings.add(finding(String.join(" ", against.on()), "is held against " + engine.id() + " on nothing"));
        }
        disagreements.stream()
                .filter(d -> d.explanation().isEmpty())
                .forEach(d -> findings.add(finding(
                        d.behaviour().id(),
                        "answered \"" + d.model() + "\"; " + engine.id() + ", which it is held against, answered \""
                                + d.engine() + "\"")));
        against.differs().stream()
                .filter(difference -> disagreements.stream()
                        .noneMatch(d -> difference.explains(d.behaviour().id(), d.engine())))
                .forEach(difference -> findings.add(finding(
                        String.join(" ", difference.on()),
                        "'differs:' of 'held-against:' explains it, and " + engine.id() + " answers the same")));
        return findings;
    }

    private PassportFinding finding(String behaviour, String what) {
        return new PassportFinding(model.id().value(), behaviour, what);
    }

    /** Models that say of no engine that they are held against it, nor that there is none; or of one without a passport. */
    static List<PassportFinding> missing(Map<Profile, Passport> passports) {
        List<PassportFinding> findings = new ArrayList<>();
        for (Profile model : passports.keySet()) {
            if (model.kind() != Profile.Kind.MODEL) {
                continue;
            }
            String name = model.id().value();
            if (model.heldAgainst().isEmpty()) {
                findings.add(new PassportFinding(name, "held-against", "a model needs it, or 'profile: none'"));
            }
            model.heldAgainst().stream()
                    .filter(against ->
                            !against.isOfNone() && passports.keySet().stream().noneMatch(against::means))
                    .forEach(against -> findings.add(new PassportFinding(
                            name,
                            "held-against",
                            against.profile() + " has no passport; './cookieproof passport " + against.profile()
                                    + "' makes one")));
        }
        return findings;
    }
}
