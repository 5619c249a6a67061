package org.cookieproof.run;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cookieproof.step.Binder;
import org.cookieproof.target.Flow;
import org.cookieproof.target.TargetDefinition;
import org.cookieproof.yaml.Position;
import org.cookieproof.yaml.Problems;
import org.cookieproof.yaml.Words;

/**
 * The words that the targets give to scenarios: flows with their parameters, traits with their values. A word that no
 * target knows is a mistake, not a target that lacks something.
 */
final class Vocabulary {

    private final List<TargetDefinition> targets;
    private final Problems problems;

    Vocabulary(List<TargetDefinition> targets, Problems problems) {
        this.targets = List.copyOf(targets);
        this.problems = problems;
    }

    void check(List<BoundScenario> scenarios) {
        for (BoundScenario scenario : scenarios) {
            scenario.flows().forEach(this::check);
            scenario.versions().forEach(this::check);
            scenario.scenario()
                    .requires()
                    .forEach((trait, value) -> check(scenario.scenario().at(), trait, value));
        }
    }

    private void check(Binder.FlowUse use) {
        List<Flow> flows = targets.stream()
                .flatMap(t -> t.flows().flow(use.name()).stream())
                .toList();
        if (flows.isEmpty()) {
            Set<String> known = new HashSet<>();
            targets.forEach(t -> known.addAll(t.flows().byName().keySet()));
            problems.add(use.at(), Words.unknown("flow", use.name(), known));
            return;
        }
        Set<String> takes =
                flows.stream().flatMap(f -> f.takes().keySet().stream()).collect(Collectors.toSet());
        use.parameters().stream()
                .filter(p -> !takes.contains(p))
                .forEach(p -> problems.add(use.at(), Words.unknown("parameter of " + use.name(), p, takes)));
    }

    private void check(Binder.VersionUse use) {
        Set<String> known = new HashSet<>();
        targets.forEach(t -> known.addAll(t.variants().keySet()));
        if (!use.name().isEmpty() && !known.contains(use.name())) {
            problems.add(use.at(), Words.unknown("variant", use.name(), known));
        }
    }

    /** A trait that some target has, with a value that it has somewhere. */
    void check(Position at, String trait, String value) {
        Set<String> values = new HashSet<>();
        Set<String> traits = new HashSet<>();
        for (TargetDefinition target : targets) {
            for (TargetDefinition.Variant variant : target.variants().values()) {
                traits.addAll(variant.traits().keySet());
                Optional.ofNullable(variant.traits().get(trait)).ifPresent(values::add);
            }
        }
        if (!traits.contains(trait)) {
            problems.add(at, Words.unknown("trait", trait, traits));
        } else if (!values.contains(value)) {
            problems.add(at, Words.unknown("value of " + trait, value, values));
        }
    }
}
