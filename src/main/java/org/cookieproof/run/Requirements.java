package org.cookieproof.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cookieproof.evidence.CellId;
import org.cookieproof.evidence.ProfileId;
import org.cookieproof.evidence.ScenarioId;
import org.cookieproof.http.Scheme;
import org.cookieproof.plan.CellPattern;
import org.cookieproof.plan.Plan;
import org.cookieproof.profile.Profile;
import org.cookieproof.result.Requirement;
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

    /**
     * What one pattern asks for.
     *
     * @param whole what it asks for where nothing is planned of it
     * @param each  what it asks for of each scenario that it stands for
     */
    record Asked(YamlNode.Scalar pattern, Requirement whole, Set<Requirement> each) {
        Asked {
            each = Set.copyOf(each);
        }

        /**
         * A scenario's own name asks for it, whatever the plan's filters leave out. A pattern asks for what the plan plays
         * of it; of one that it plays nothing of, that is missing.
         */
        private Stream<Requirement> among(Set<ScenarioId> planned) {
            if (each.stream().anyMatch(r -> r.scenario().equals(whole.scenario()))) {
                return each.stream();
            }
            List<Requirement> kept =
                    each.stream().filter(r -> planned.contains(r.scenario())).toList();
            return kept.isEmpty() ? Stream.of(whole) : kept.stream();
        }
    }

    Requirements(List<Scenario> scenarios, List<Profile> profiles, Problems problems) {
        this.scenarios = List.copyOf(scenarios);
        this.profiles = profiles.stream().map(p -> p.id().value()).toList();
        this.problems = problems;
    }

    /**
     * What {@code required:} asks for: of each scenario one cell, under each scheme where an entry names some.
     *
     * @param isAsked which entries
     */
    List<Asked> of(List<CellPattern> patterns, Predicate<CellPattern> isAsked) {
        List<Asked> all = new ArrayList<>();
        for (CellPattern pattern : patterns) {
            Set<ProfileId> by = pattern.profiles().isEmpty() ? Set.of() : profiles(pattern);
            List<Scenario> matching = matching(pattern);
            if (isAsked.test(pattern)) {
                pattern.scenarios().forEach(glob -> all.add(asked(pattern, glob, matching, by)));
            }
        }
        return all;
    }

    private Asked asked(CellPattern pattern, YamlNode.Scalar glob, List<Scenario> matching, Set<ProfileId> by) {
        Set<String> ids = among(
                List.of(glob),
                "scenario",
                scenarios.stream().map(s -> s.id().value()).toList());
        Set<Requirement> each = new HashSet<>();
        for (Scenario scenario : matching) {
            if (ids.contains(scenario.id().value())) {
                if (pattern.schemes().isEmpty()) {
                    each.add(new Requirement(scenario.id(), by, Optional.empty(), false));
                } else {
                    schemes(pattern, scenario)
                            .forEach(s -> each.add(new Requirement(scenario.id(), by, Optional.of(s), false)));
                }
            }
        }
        return new Asked(glob, new Requirement(new ScenarioId(glob.text()), by, Optional.empty(), false), each);
    }

    /**
     * Each cell that a stage names, and those of the stages before it.
     *
     * @param isAsked which entries
     */
    Set<CellId> ofStage(Plan plan, String stage, Position at, Predicate<CellPattern> isAsked) {
        if (!plan.stages().containsKey(stage)) {
            problems.add(at, Words.unknown("stage", stage, plan.stages().keySet()));
            return Set.of();
        }
        Set<CellId> cells = new HashSet<>();
        for (Map.Entry<String, List<CellPattern>> each : plan.stages().entrySet()) {
            for (CellPattern pattern : each.getValue()) {
                Set<CellId> named = cells(pattern);
                cells.addAll(isAsked.test(pattern) ? named : Set.of());
            }
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

    /** What is required of a run of these cells. */
    static Set<Requirement> ofPlanned(List<Asked> all, List<PlannedCell> cells) {
        Set<ScenarioId> planned = cells.stream().map(c -> c.id().scenario()).collect(Collectors.toSet());
        return all.stream().flatMap(a -> a.among(planned)).collect(Collectors.toUnmodifiableSet());
    }
}
