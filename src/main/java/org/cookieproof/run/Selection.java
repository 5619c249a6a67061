package org.cookieproof.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cookieproof.http.Scheme;
import org.cookieproof.target.Overrides;

/**
 * What a caller asks to be run: a plan, and what it wants otherwise than the plan says. Empty means as the plan says.
 *
 * @param scenarioFolder instead of the project's own
 * @param inject         a regression's id, or a path to its file
 * @param overrides      what is said of the target otherwise than in its file
 * @param stage          the cells of this stage of the plan and of those before it
 */
public record Selection(
        String plan,
        Optional<String> target,
        Optional<String> variant,
        List<String> profiles,
        List<String> scenarios,
        Optional<Path> scenarioFolder,
        List<String> tags,
        Set<Scheme> schemes,
        Optional<String> inject,
        Overrides overrides,
        Optional<String> stage) {

    /** What is played where nobody names a plan. */
    public static final String DEFAULT_PLAN = "local";

    public Selection {
        profiles = List.copyOf(profiles);
        scenarios = List.copyOf(scenarios);
        tags = List.copyOf(tags);
        schemes = Set.copyOf(schemes);
        Objects.requireNonNull(overrides);
        Objects.requireNonNull(stage);
    }

    /** With the target as its file says, and no stage. */
    public Selection(
            String plan,
            Optional<String> target,
            Optional<String> variant,
            List<String> profiles,
            List<String> scenarios,
            Optional<Path> scenarioFolder,
            List<String> tags,
            Set<Scheme> schemes,
            Optional<String> inject) {
        this(
                plan,
                target,
                variant,
                profiles,
                scenarios,
                scenarioFolder,
                tags,
                schemes,
                inject,
                Overrides.NONE,
                Optional.empty());
    }

    public static Selection ofPlan(String plan) {
        return new Selection(
                plan,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                Set.of(),
                Optional.empty());
    }

    public Selection withTarget(String name) {
        return new Selection(
                plan,
                Optional.of(name),
                variant,
                profiles,
                scenarios,
                scenarioFolder,
                tags,
                schemes,
                inject,
                overrides,
                stage);
    }

    public Selection withVariant(String name) {
        return new Selection(
                plan,
                target,
                Optional.of(name),
                profiles,
                scenarios,
                scenarioFolder,
                tags,
                schemes,
                inject,
                overrides,
                stage);
    }

    public Selection withInject(String regression) {
        return new Selection(
                plan,
                target,
                variant,
                profiles,
                scenarios,
                scenarioFolder,
                tags,
                schemes,
                Optional.of(regression),
                overrides,
                stage);
    }

    public Selection withProfiles(List<String> names) {
        return new Selection(
                plan, target, variant, names, scenarios, scenarioFolder, tags, schemes, inject, overrides, stage);
    }

    public Selection withScenarios(List<String> globs) {
        return new Selection(
                plan, target, variant, profiles, globs, scenarioFolder, tags, schemes, inject, overrides, stage);
    }

    public Selection withScenarioFolder(Path folder) {
        return new Selection(
                plan,
                target,
                variant,
                profiles,
                scenarios,
                Optional.of(folder),
                tags,
                schemes,
                inject,
                overrides,
                stage);
    }

    public Selection withOverrides(Overrides of) {
        return new Selection(
                plan, target, variant, profiles, scenarios, scenarioFolder, tags, schemes, inject, of, stage);
    }

    public Selection withStage(String name) {
        return new Selection(
                plan,
                target,
                variant,
                profiles,
                scenarios,
                scenarioFolder,
                tags,
                schemes,
                inject,
                overrides,
                Optional.of(name));
    }

    /**
     * Whether the plan is to be played just as it stands. Another target is as good as its own, or what that lacks would
     * not be missed (T50501); but nobody who names a target alone has asked for all that the default plan plays.
     */
    boolean isAsPlanned() {
        return (target.isEmpty() || !plan.equals(DEFAULT_PLAN)) && variant.isEmpty() && isOfAllCells();
    }

    /** Whether nothing is picked out of what the plan plays, on whichever target. */
    boolean isOfAllCells() {
        return profiles.isEmpty()
                && scenarios.isEmpty()
                && scenarioFolder.isEmpty()
                && tags.isEmpty()
                && schemes.isEmpty()
                && inject.isEmpty()
                && stage.isEmpty();
    }

    /** Whether it narrows the scenarios itself; then an injected regression does not. */
    boolean narrowsScenarios() {
        return !scenarios.isEmpty() || !tags.isEmpty();
    }
}
