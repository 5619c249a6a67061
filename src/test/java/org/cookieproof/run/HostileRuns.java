package org.cookieproof.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Plans against targets of our own making, from files of their own. */
final class HostileRuns {

    private HostileRuns() {}

    /** The farm's target file with another provider. */
    static Path target(Path directory, String provider) throws IOException {
        Path flows = Path.of("ci/targets/flows/mediawiki.yaml").toAbsolutePath();
        return Files.writeString(
                directory.resolve(provider + ".yaml"),
                Files.readString(Path.of("ci/targets/farm.yaml"))
                        .replace("provider: farm", "provider: " + provider)
                        .replace("flows: flows/mediawiki.yaml", "flows: " + flows));
    }

    /**
     * @param directory empty; the reports go below it
     * @param steps     scenario name to its steps, as YAML
     */
    static RunOutcome play(Path directory, int cellSeconds, List<String> profiles, Map<String, String> steps)
            throws IOException {
        Path plan = Files.writeString(
                directory.resolve("plan.yaml"),
                "plan: Hostile\ntarget: " + target(directory, "hostile") + "\njobs: 6\ncell-time-limit: " + cellSeconds
                        + "\n");
        Path scenarios = Files.createDirectories(directory.resolve("scenarios/hostile"));
        for (Map.Entry<String, String> each : steps.entrySet()) {
            Files.writeString(
                    scenarios.resolve(each.getKey() + ".yaml"),
                    "scenario: " + each.getKey() + "\nsource: [T1]\ntags: [hostile]\nschemes: [http]\nsteps:\n"
                            + each.getValue() + "\n");
        }
        return Runs.play(
                Selection.ofPlan(plan.toString())
                        .withScenarioFolder(directory.resolve("scenarios"))
                        .withProfiles(profiles),
                directory.resolve("reports"));
    }

    static String visit(String path) {
        return "  - visit: { at: first, path: " + path + " }";
    }
}
