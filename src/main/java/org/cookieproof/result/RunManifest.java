package org.cookieproof.result;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cookieproof.evidence.CellId;
import org.cookieproof.evidence.ProfileId;
import org.cookieproof.evidence.ScenarioId;
import org.cookieproof.evidence.ServerException;

/**
 * {@code plan.json}: what a run sets out to do, written before its first cell so that a killed run can still be
 * accounted for.
 *
 * @param plan       the plan's file, or words for what was chosen without one
 * @param planned    every cell of the run, in the order of the matrix
 * @param scenarios  what reports say about the scenarios beside their ids
 * @param profiles   what reports say about the profiles beside their ids
 * @param exceptions the target's deliberate deviations from server invariants
 * @param origin     what it takes to play one of its cells again; empty where that was not told
 */
public record RunManifest(
        RunKey run,
        Instant startedAt,
        String plan,
        List<CellId> planned,
        Map<ScenarioId, AboutScenario> scenarios,
        Map<ProfileId, AboutProfile> profiles,
        List<ServerException> exceptions,
        Optional<Origin> origin) {

    /**
     * What a run was asked for and what its target was made from.
     *
     * @param plan      as given: a name, or a path to a file
     * @param target    as given; empty for the plan's own
     * @param scenarios the folder, where it was not the project's own
     * @param inject    as given: a regression's id, or a path to its file
     * @param seed      of targets that can be made alike from one
     */
    public record Origin(
            String plan, Optional<String> target, Optional<String> scenarios, Optional<String> inject, long seed) {
        public Origin {
            Objects.requireNonNull(plan);
            Objects.requireNonNull(target);
            Objects.requireNonNull(scenarios);
            Objects.requireNonNull(inject);
        }
    }

    /** A scenario's sentence, the rules and tasks it rests on, and its tags. */
    public record AboutScenario(String title, List<String> sources, Set<String> tags) {
        public AboutScenario {
            Objects.requireNonNull(title);
            sources = List.copyOf(sources);
            tags = Collections.unmodifiableSet(new TreeSet<>(tags));
        }
    }

    /**
     * A profile's title and what stands behind it.
     *
     * @param kind {@code browser}, {@code http-client} or {@code model}
     */
    public record AboutProfile(String title, String kind) {
        public AboutProfile {
            Objects.requireNonNull(title);
            Objects.requireNonNull(kind);
        }

        public boolean isModel() {
            return kind.equals("model");
        }
    }

    public RunManifest {
        Objects.requireNonNull(run);
        Objects.requireNonNull(startedAt);
        Objects.requireNonNull(plan);
        planned = List.copyOf(planned);
        if (Set.copyOf(planned).size() != planned.size()) {
            throw new IllegalArgumentException("a cell is planned twice in run " + run.run());
        }
        scenarios = Collections.unmodifiableMap(new LinkedHashMap<>(scenarios));
        profiles = Collections.unmodifiableMap(new LinkedHashMap<>(profiles));
        exceptions = List.copyOf(exceptions);
        Objects.requireNonNull(origin);
    }

    /** A manifest that does not tell how to play a cell again. */
    public RunManifest(
            RunKey run,
            Instant startedAt,
            String plan,
            List<CellId> planned,
            Map<ScenarioId, AboutScenario> scenarios,
            Map<ProfileId, AboutProfile> profiles,
            List<ServerException> exceptions) {
        this(run, startedAt, plan, planned, scenarios, profiles, exceptions, Optional.empty());
    }

    /** A scenario's sentence; its id where the plan does not tell. */
    public String title(ScenarioId scenario) {
        AboutScenario about = scenarios.get(scenario);
        return about == null ? scenario.value() : about.title();
    }

    /** What is told of a planned cell of which there is nothing else to tell. */
    public CellResult notRun(CellId cell, String why) {
        return new CellResult(
                run, cell, title(cell.scenario()), "", Verdict.NOT_RUN, why, 0, List.of(), List.of(), Map.of());
    }

    public Optional<AboutScenario> about(ScenarioId scenario) {
        return Optional.ofNullable(scenarios.get(scenario));
    }

    /** The profile's id, and that it is a model where it is one. */
    public String named(ProfileId profile) {
        boolean model = about(profile).filter(AboutProfile::isModel).isPresent();
        return profile.value() + (model ? " (a model)" : "");
    }

    public Optional<AboutProfile> about(ProfileId profile) {
        return Optional.ofNullable(profiles.get(profile));
    }

    /**
     * Writes it whole or not at all.
     *
     * @throws java.io.UncheckedIOException when it cannot be written
     */
    public void write(Path file) {
        Json.writeFile(file, RunManifestJson.write(this));
    }

    /**
     * Reads it back; empty where there is no such file.
     *
     * @throws IllegalArgumentException when it is damaged
     */
    public static Optional<RunManifest> read(Path file) {
        return Json.readFile(file).map(RunManifestJson::read);
    }
}
