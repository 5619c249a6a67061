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
 * @param filters   which of its cells
 * @param inject    a regression's id, or a path to its file
 * @param overrides what is said of the target otherwise than in its file
 * @param stage     the cells of this stage of the plan and of those before it
 */
public record Selection(
        String plan,
        Optional<String> target,
        Optional<String> variant,
        Filters filters,
        Optional<String> inject,
        Overrides overrides,
        Optional<String> stage) {

    /** What is played where nobody names a plan. */
    public static final String DEFAULT_PLAN = "local";

    /**
     * Which cells, of those that there are.
     *
     * @param profiles       ids or globs
     * @param scenarios      ids or globs
     * @param scenarioFolder instead of the project's own
     * @param tags           of which a scenario has one
     */
    public record Filters(
            List<String> profiles,
            List<String> scenarios,
            Optional<Path> scenarioFolder,
            List<String> tags,
            Set<Scheme> schemes) {

        /** All that the plan plays. */
        public static final Filters NONE = new Filters(List.of(), List.of(), Optional.empty(), List.of(), Set.of());

        public Filters {
            profiles = List.copyOf(profiles);
            scenarios = List.copyOf(scenarios);
            Objects.requireNonNull(scenarioFolder);
            tags = List.copyOf(tags);
            schemes = Set.copyOf(schemes);
        }

        /** Whether it narrows the scenarios itself; then an injected regression does not. */
        boolean narrowsScenarios() {
            return !scenarios.isEmpty() || !tags.isEmpty();
        }
    }

    public Selection {
        Objects.requireNonNull(filters);
        Objects.requireNonNull(overrides);
        Objects.requireNonNull(stage);
    }

    public static Selection ofPlan(String plan) {
        return new Selection(
                plan,
                Optional.empty(),
                Optional.empty(),
                Filters.NONE,
                Optional.empty(),
                Overrides.NONE,
                Optional.empty());
    }

    public Selection withTarget(String name) {
        return new Selection(plan, Optional.of(name), variant, filters, inject, overrides, stage);
    }

    public Selection withVariant(String name) {
        return new Selection(plan, target, Optional.of(name), filters, inject, overrides, stage);
    }

    public Selection withInject(String regression) {
        return new Selection(plan, target, variant, filters, Optional.of(regression), overrides, stage);
    }

    public Selection withFilters(Filters others) {
        return new Selection(plan, target, variant, others, inject, overrides, stage);
    }

    public Selection withProfiles(List<String> names) {
        return withFilters(
                new Filters(names, filters.scenarios, filters.scenarioFolder, filters.tags, filters.schemes));
    }

    public Selection withScenarios(List<String> globs) {
        return withFilters(new Filters(filters.profiles, globs, filters.scenarioFolder, filters.tags, filters.schemes));
    }

    public Selection withScenarioFolder(Path folder) {
        return withFilters(
                new Filters(filters.profiles, filters.scenarios, Optional.of(folder), filters.tags, filters.schemes));
    }

    public Selection withSchemes(Set<Scheme> only) {
        return withFilters(
                new Filters(filters.profiles, filters.scenarios, filters.scenarioFolder, filters.tags, only));
    }

    public Selection withOverrides(Overrides of) {
        return new Selection(plan, target, variant, filters, inject, of, stage);
    }

    public Selection withStage(String name) {
        return new Selection(plan, target, variant, filters, inject, overrides, Optional.of(name));
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
        return filters.equals(Filters.NONE) && inject.isEmpty() && stage.isEmpty();
    }
}
