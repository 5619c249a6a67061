package org.cookieproof.run;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cookieproof.plan.Plan;
import org.cookieproof.profile.Profile;
import org.cookieproof.scenario.Scenario;
import org.cookieproof.target.Signal;
import org.cookieproof.target.TargetDefinition;
import org.cookieproof.yaml.Fields;
import org.cookieproof.yaml.Position;
import org.cookieproof.yaml.Problems;
import org.cookieproof.yaml.Words;
import org.cookieproof.yaml.YamlFile;
import org.cookieproof.yaml.YamlNode;

/** Holds the names in a plan against what is there. */
final class PlanWords {

    private final List<TargetDefinition> targets;
    private final List<Scenario> scenarios;
    private final List<Profile> profiles;
    private final Problems problems;

    /** @param scenarios that patterns and tags may match; empty where they are not to be held against any */
    PlanWords(List<TargetDefinition> targets, List<Scenario> scenarios, List<Profile> profiles, Problems problems) {
        this.targets = List.copyOf(targets);
        this.scenarios = List.copyOf(scenarios);
        this.profiles = List.copyOf(profiles);
        this.problems = problems;
    }

    /** Of a plan that can be read; what is wrong with its form is told by its own reader. */
    void check(Path file, Plan plan) {
        YamlFile.read(file, new Problems()).ifPresent(m -> check(new Fields(m, "a plan", new Problems())));
        targets.stream().filter(t -> t.name().equals(plan.target())).forEach(t -> checkGates(plan, t, problems));
        if (!scenarios.isEmpty()) {
            Requirements requirements = new Requirements(scenarios, profiles, problems);
            requirements.of(plan.required());
            plan.required()
                    .forEach(r -> known(
                            "target",
                            r.targets(),
                            targets.stream().map(TargetDefinition::name).toList()));
            plan.stages().keySet().forEach(s -> requirements.ofStage(plan, s, new Position(file.toString(), 1, 1)));
        }
    }

    private void check(Fields plan) {
        targets(plan);
        globs(
                "profile",
                plan.scalars("profiles"),
                profiles.stream().map(p -> p.id().value()).collect(Collectors.toSet()));
        if (!scenarios.isEmpty()) {
            Set<String> ids = scenarios.stream().map(s -> s.id().value()).collect(Collectors.toSet());
            globs("scenario", plan.scalars("scenarios"), ids);
            Set<String> tags =
                    scenarios.stream().flatMap(s -> s.tags().stream()).collect(Collectors.toSet());
            known("tag", plan.scalars("tags"), tags);
        }
    }

    private void targets(Fields plan) {
        List<YamlNode.Scalar> name = plan.scalars("target");
        if (name.stream().anyMatch(n -> n.text().equals(Plan.ANY_TARGET))) {
            known(
                    "variant",
                    plan.scalars("variants"),
                    targets.stream()
                            .flatMap(t -> t.variants().keySet().stream())
                            .collect(Collectors.toSet()));
            return;
        }
        known("target", name, targets.stream().map(TargetDefinition::name).toList());
        targets.stream()
                .filter(t -> name.stream().anyMatch(n -> n.text().equals(t.name())))
                .forEach(t ->
                        known("variant", plan.scalars("variants"), t.variants().keySet()));
    }

    /** A gate on what the plan's own target does not count would be found out after the run. */
    static void checkGates(Plan plan, TargetDefinition target, Problems problems) {
        List<String> signals = target.signals().stream().map(Signal::name).toList();
        plan.gates().forEach((name, gate) -> {
            if (!signals.contains(name)) {
                problems.add(
                        gate.at(),
                        signals.isEmpty()
                                ? "target '" + target.name() + "' names no 'signals:' that a plan could gate on"
                                : Words.unknown("signal", name, signals));
            }
        });
    }

    private void globs(String what, List<YamlNode.Scalar> globs, Set<String> names) {
        globs.forEach(glob -> new NamePattern(glob, what).among(names, problems));
    }

    private void known(String what, List<YamlNode.Scalar> words, Collection<String> known) {
        words.stream()
                .filter(w -> !known.contains(w.text()))
                .forEach(w -> problems.add(w.at(), Words.unknown(what, w.text(), new HashSet<>(known))));
    }
}
