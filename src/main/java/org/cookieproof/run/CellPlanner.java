package org.cookieproof.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cookieproof.evidence.CellId;
import org.cookieproof.evidence.Role;
import org.cookieproof.http.Scheme;
import org.cookieproof.profile.Profile;
import org.cookieproof.result.Verdict;
import org.cookieproof.step.Binder;
import org.cookieproof.target.Control;
import org.cookieproof.target.Flow;
import org.cookieproof.target.TargetDefinition;
import org.cookieproof.yaml.YamlNode;

/** Makes the cells of a run, and decides those that need not be played. */
final class CellPlanner {

    private final TargetDefinition target;
    private final List<TargetDefinition.Variant> variants;
    private final Set<Control> controls;

    /** @param controls what targets of this kind let one do to them */
    CellPlanner(TargetDefinition target, List<String> variants, Set<Control> controls) {
        this.target = target;
        this.controls = Set.copyOf(controls);
        this.variants = variants.stream().map(v -> target.variants().get(v)).toList();
    }

    List<PlannedCell> cells(List<BoundScenario> scenarios, List<Profile> profiles, Set<Scheme> schemes) {
        List<PlannedCell> cells = new ArrayList<>();
        for (BoundScenario scenario : scenarios) {
            for (Profile profile : profiles) {
                Stream.of(Scheme.HTTPS, Scheme.HTTP)
                        .filter(schemes::contains)
                        .filter(scenario.scenario().schemes()::contains)
                        .forEach(scheme -> cells.add(cell(scenario, profile, scheme)));
            }
        }
        return cells;
    }

    private PlannedCell cell(BoundScenario scenario, Profile profile, Scheme scheme) {
        CellId id = new CellId(scenario.scenario().id(), profile.id(), scheme);
        Optional<TargetDefinition.Variant> variant = variants.stream()
                .filter(v -> v.unmet(scenario.scenario().requires()).isEmpty())
                .findFirst();
        Optional<PlannedCell.Decided> decided = notApplicable(scenario, profile)
                .map(why -> new PlannedCell.Decided(Verdict.NOT_APPLICABLE, List.of(why)))
                .or(() -> Optional.of(lacks(scenario, scheme, variant))
                        .filter(lacks -> !lacks.isEmpty())
                        .map(lacks -> new PlannedCell.Decided(Verdict.NOT_RUN, lacks)));
        return new PlannedCell(
                id, scenario, profile, variant.orElse(variants.get(0)).name(), decided);
    }

    private Optional<String> notApplicable(BoundScenario scenario, Profile profile) {
        Set<String> can = profile.capabilityNames();
        Stream<String> needs = Stream.of(
                        scenario.scenario().needs().stream().map(YamlNode.Scalar::text),
                        scenario.needs().stream().sorted(),
                        scenario.flows().stream()
                                .flatMap(f -> target.flows().flow(f.name()).stream())
                                .map(Flow::needs)
                                .flatMap(Set::stream))
                .flatMap(s -> s);
        return needs.filter(n -> !can.contains(n))
                .findFirst()
                .map(n -> "the profile cannot do: " + n)
                .or(() -> scenario.scenario().unless().stream()
                        .map(YamlNode.Scalar::text)
                        .filter(can::contains)
                        .findFirst()
                        .map(n -> "the scenario is about profiles without: " + n));
    }

    /** All that the target would have to have for the cell to run. */
    private List<String> lacks(BoundScenario scenario, Scheme scheme, Optional<TargetDefinition.Variant> variant) {
        return Stream.of(
                        scenario.sites().stream()
                                .flatMap(s -> target.schemes().lack(s.scheme().orElse(scheme), s.roles()).stream()),
                        scenario.roles().stream()
                                .filter(r -> target.sites().host(r).isEmpty())
                                .sorted()
                                .map(CellPlanner::without),
                        scenario.flows().stream()
                                .flatMap(f -> lacking(f).stream())
                                .sorted(),
                        scenario.controls().stream()
                                .filter(c -> !controls.contains(c))
                                .sorted()
                                .map(c -> "the target does not let anybody " + c.says()),
                        scenario.versions().stream()
                                .map(Binder.VersionUse::name)
                                .filter(v -> !target.variants().containsKey(v))
                                .map(v -> "the target has no variant '" + v + "' to switch to"),
                        Stream.of(scenario.scenario().requires())
                                .filter(r -> variant.isEmpty())
                                .flatMap(r -> variants.get(0).unmet(r).stream()))
                .flatMap(s -> s)
                .distinct()
                .toList();
    }

    private Optional<String> lacking(Binder.FlowUse use) {
        Optional<Flow> flow = target.flows().flow(use.name());
        if (flow.isEmpty()) {
            return Optional.of("the target has no flow '" + use.name() + "'");
        }
        return flow.get().canBeDoneAt(use.role())
                ? Optional.empty()
                : Optional.of("the target has no flow '" + use.name() + "' at " + use.role());
    }

    private static String without(Role role) {
        return role == Role.CENTRAL ? "the target has no central login" : "the target has no site '" + role + "'";
    }
}
