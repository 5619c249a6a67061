package org.cookieproof.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cookieproof.evidence.Role;
import org.cookieproof.scenario.Scenario;
import org.cookieproof.scenario.StepNode;
import org.cookieproof.step.Binder;
import org.cookieproof.step.Step;
import org.cookieproof.target.Control;
import org.cookieproof.yaml.Position;
import org.cookieproof.yaml.Problems;

/**
 * A scenario with its verbs bound, and what it asks of a target and of a profile.
 *
 * @param steps    in order
 * @param needs    what its verbs need of a profile, besides what the scenario says itself
 * @param together whether user agents play at the same time, so that each needs a thread of its own
 * @param sites    that each step names, and over which scheme
 * @param controls what it does to the target itself
 * @param versions that it switches the target to
 * @param restarts whether some step restarts a user agent
 */
public record BoundScenario(
        Scenario scenario,
        List<BoundStep> steps,
        Set<Role> roles,
        List<Binder.SiteUse> sites,
        Set<String> personas,
        List<Binder.FlowUse> flows,
        Set<String> needs,
        boolean together,
        Set<Control> controls,
        List<Binder.VersionUse> versions,
        boolean restarts) {

    /** A step and where it stands. */
    public record BoundStep(Position at, Step step) {}

    public BoundScenario {
        steps = List.copyOf(steps);
        roles = Set.copyOf(roles);
        sites = List.copyOf(sites);
        personas = Set.copyOf(personas);
        flows = List.copyOf(flows);
        needs = Set.copyOf(needs);
        controls = Set.copyOf(controls);
        versions = List.copyOf(versions);
    }

    /** Whether it does something to the target that other cells would notice. */
    boolean needsOwnTarget() {
        return !controls.isEmpty();
    }

    static BoundScenario bind(Scenario scenario, Catalog catalog, Problems problems) {
        Binder binder = new Binder(catalog.verbs(), catalog.expectations(), scenario, problems);
        List<BoundStep> steps = new ArrayList<>();
        for (StepNode node : scenario.steps()) {
            binder.bind(node).ifPresent(step -> steps.add(new BoundStep(node.at(), step)));
        }
        return new BoundScenario(
                scenario,
                steps,
                binder.roles(),
                binder.sites(),
                binder.personas(),
                binder.flows(),
                binder.needs(),
                binder.together(),
                binder.controls(),
                binder.versions(),
                binder.restarts());
    }
}
