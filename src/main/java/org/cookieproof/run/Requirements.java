package org.cookieproof.run;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cookieproof.evidence.CellId;
import org.cookieproof.evidence.ProfileId;
import org.cookieproof.evidence.ScenarioId;
import org.cookieproof.http.Scheme;
import org.cookieproof.plan.CellPattern;
import org.cookieproof.plan.Plan;
import org.cookieproof.profile.Profile;
import org.cookieproof.scenario.Scenario;
import org.cookieproof.yaml.Position;
import org.cookieproof.yaml.Problems;
import org.cookieproof.yaml.Words;
import org.cookieproof.yaml.YamlNode;

/** Makes of a plan's patterns what they stand for. One that stands for nothing would hold for ever, and is a problem. */
final class Requirements {

    private final List<Scenario> scenarios;
    private final List<String> profiles;
    private final Problems problems;

    Requirements(List<Scenario> scenarios, List<Profile> profiles, Problems problems) {
        this.scenarios = List.copyOf(scenarios);
        this.profiles = profiles.stream().map(p -> p.id().value()).toList();
        this.problems = problems;
    }

    /** What {@code required:} asks of a target: of each scenario one cell, under each scheme where an entry names some. */
    Set<Requirement> of(List<CellPattern> patterns, String target) {
        return of(patterns.stream().filter(p -> p.appliesTo(target)).toList());
    }

    /** The same of whichever target. */
    Set<Requirement> of(List<CellPattern> patterns) {
        Set<Requirement> all = new HashSet<>();
        for (CellPattern pattern : patterns) {
            Set<ProfileId> by = pattern.profiles().isEmpty() ? Set.of() : profiles(pattern);
            for (Scenario scenario : matching(pattern)) {
                if (pattern.schemes().isEmpty()) {
                    all.add(new Requirement(scenario.id(), by, Optional.empty()));
                }
                schemes(pattern, scenario).stream()
                        .filter(s -> !pattern.schemes().isEmpty())
                        .forEach(s -> all.add(new Requirement(scenario.id(), by, Optional.of(s))));
            }
        }
        return all;
    }

    /** Each cell that a stage names, and those of the stages before it. */
    Set<CellId> ofStage(Plan plan, String stage, Position at) {
        if (!plan.stages().containsKey(stage)) {
            problems.add(at, Words.unknown("stage", stage, plan.stages().keySet()));
            return Set.of();
        }
        Set<CellId> cells = new HashSet<>();
        for (Map.Entry<String, List<CellPattern>> each : plan.stages().entrySet()) {
            each.getValue().forEach(pattern -> cells.addAll(cells(pattern)));
            if (each.getKey().equals(stage)) {
                break;
            }
        }
        return cells;
    }

    private Set<CellId> cells(CellPattern pattern) {
        Set<CellId> cells = new HashSet<>();
        for (Scenario scenario : matching(pattern)) {
            for (ProfileId profile : profiles(pattern)) {
                schemes(pattern, scenario).forEach(s -> cells.add(new CellId(scenario.id(), profile, s)));
            }
        }
        return cells;
    }

    private List<Scenario> matching(CellPattern pattern) {
        Set<String> ids = among(
                pattern.scenarios(),
                "scenario",
                scenarios.stream().map(s -> s.id().value()).toList());
        List<Scenario> named = scenarios.stream()
                .filter(s -> ids.contains(s.id().value()))
                .filter(s -> !schemes(pattern, s).isEmpty())
                .toList();
        if (named.isEmpty() && !ids.isEmpty()) {
            problems.add(
                    pattern.at(),
                    "no cell is like this: " + String.join(", ", new TreeSet<>(ids)) + " has no cell over "
                            + pattern.schemes().stream()
                                    .map(Scheme::wireName)
                                    .sorted()
                                    .collect(Collectors.joining(" or "))
                            + "; its 'schemes:' leave that out");
        }
        return named;
    }

    private static Set<Scheme> schemes(CellPattern pattern, Scenario scenario) {
        Set<Scheme> schemes = new TreeSet<>(scenario.schemes());
        if (!pattern.schemes().isEmpty()) {
            schemes.retainAll(pattern.schemes());
        }
        return schemes;
    }

    private Set<ProfileId> profiles(CellPattern pattern) {
        Collection<String> ids =
                pattern.profiles().isEmpty() ? profiles : among(pattern.profiles(), "profile", profiles);
        return ids.stream().map(ProfileId::new).collect(Collectors.toSet());
    }

    private Set<String> among(List<YamlNode.Scalar> globs, String noun, List<String> names) {
        return globs.stream()
                .flatMap(g -> new NamePattern(g, noun).among(names, problems).stream())
                .collect(Collectors.toSet());
    }

    /** Those of scenarios that are planned at all. */
    static Set<Requirement> ofPlanned(Set<Requirement> all, List<PlannedCell> cells) {
        Set<ScenarioId> planned = cells.stream().map(c -> c.id().scenario()).collect(Collectors.toSet());
        return all.stream().filter(r -> planned.contains(r.scenario())).collect(Collectors.toUnmodifiableSet());
    }
}
