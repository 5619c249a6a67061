package org.cookieproof.run;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.cookieproof.plan.KnownIssue;
import org.cookieproof.plan.Plan;
import org.cookieproof.plan.Regression;
import org.cookieproof.result.Requirement;
import org.cookieproof.tap.WireRule;
import org.cookieproof.target.TargetDefinition;
import org.cookieproof.target.TargetProvider;

/**
 * A run before it starts: nothing has been started or written.
 *
 * @param selection what was asked for
 * @param cells    in the order of the plan
 * @param wire     rewriting rules of the injected regression, where it is injected at the tap
 * @param required of what at least one cell each must have run
 * @param known    what is expected to fail
 * @param part     what it is of a plan that is played in parts
 */
public record PlannedRun(
        Selection selection,
        Plan plan,
        TargetDefinition target,
        TargetProvider provider,
        Optional<Regression> regression,
        List<WireRule> wire,
        List<PlannedCell> cells,
        Set<Requirement> required,
        List<KnownIssue> known,
        Optional<Part> part) {

    public PlannedRun {
        wire = List.copyOf(wire);
        cells = List.copyOf(cells);
        required = Set.copyOf(required);
        known = List.copyOf(known);
        Objects.requireNonNull(part);
    }

    /** Whether the regression is injected into the service rather than at the tap. */
    boolean injectsAtService() {
        return regression.isPresent() && wire.isEmpty();
    }

    /** The same run, with a person's word that its traffic may go where the target's hosts are. */
    public PlannedRun confirmed() {
        return at(target.confirmed());
    }

    /** The same run, of a target of which not all need be well. */
    public PlannedRun examined() {
        return at(target.examined());
    }

    private PlannedRun at(TargetDefinition same) {
        return new PlannedRun(selection, plan, same, provider, regression, wire, cells, required, known, part);
    }

    private PlannedRun with(List<PlannedCell> others, Set<Requirement> requirements, Optional<Part> of) {
        return new PlannedRun(selection, plan, target, provider, regression, wire, others, requirements, known, of);
    }

    /** Some cells of this run, of which the plan requires nothing by themselves. */
    PlannedRun ofPart(Part one, List<PlannedCell> chosen) {
        return with(chosen, Set.of(), Optional.of(one));
    }

    /** The same run with each of its cells decided, or left, by this. */
    PlannedRun deciding(UnaryOperator<PlannedCell> how) {
        return with(cells.stream().map(how).toList(), required, part);
    }

    /** The same run of fewer cells. */
    public PlannedRun only(Set<PlannedCell> chosen) {
        return with(
                cells.stream().filter(chosen::contains).toList(),
                required.stream()
                        .filter(r ->
                                chosen.stream().anyMatch(c -> c.id().scenario().equals(r.scenario())))
                        .collect(Collectors.toUnmodifiableSet()),
                part);
    }
}
