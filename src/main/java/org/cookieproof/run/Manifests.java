package org.cookieproof.run;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cookieproof.evidence.ProfileId;
import org.cookieproof.evidence.ScenarioId;
import org.cookieproof.plan.Regression;
import org.cookieproof.result.RunKey;
import org.cookieproof.result.RunManifest;
import org.cookieproof.scenario.Scenario;

/** Makes the manifest of a run. */
final class Manifests {

    private Manifests() {}

    static RunManifest of(PlannedRun run, String runId, Instant startedAt, long seed) {
        Map<ScenarioId, RunManifest.AboutScenario> scenarios = new LinkedHashMap<>();
        Map<ProfileId, RunManifest.AboutProfile> profiles = new LinkedHashMap<>();
        for (PlannedCell cell : run.cells()) {
            Scenario scenario = cell.scenario().scenario();
            scenarios.put(
                    scenario.id(), new RunManifest.AboutScenario(scenario.title(), scenario.source(), scenario.tags()));
            profiles.put(
                    cell.profile().id(),
                    new RunManifest.AboutProfile(
                            cell.profile().title(),
                            cell.profile()
                                    .kind()
                                    .name()
                                    .toLowerCase(Locale.ROOT)
                                    .replace('_', '-')));
        }
        return new RunManifest(
                key(run, runId),
                startedAt,
                run.plan().title(),
                run.cells().stream().map(PlannedCell::id).toList(),
                scenarios,
                profiles,
                run.target().exceptions(),
                Optional.of(new RunManifest.Origin(
                        run.selection().plan(),
                        run.selection().target(),
                        run.selection().filters().scenarioFolder().map(Path::toString),
                        run.selection().inject(),
                        seed)));
    }

    /** The run's own key; cells that run under a later variant of the plan say so in their lines. */
    static RunKey key(PlannedRun run, String runId) {
        return new RunKey(
                runId,
                run.target().name(),
                run.cells().stream().map(PlannedCell::variant).findFirst().orElse("default"),
                run.regression().map(Regression::id));
    }
}
