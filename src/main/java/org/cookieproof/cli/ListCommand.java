package org.cookieproof.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.cookieproof.profile.Profile;
import org.cookieproof.run.BoundScenario;
import org.cookieproof.run.Catalog;
import org.cookieproof.run.Planner;
import org.cookieproof.run.Project;
import org.cookieproof.scenario.Scenario;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./cookieproof list}. */
@Command(
        name = "list",
        description = "Lists scenarios, profiles, checks, plans, targets and regressions.",
        mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {

    @Mixin
    private ScenarioFolderOption scenarios = new ScenarioFolderOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Project project = Project.here();
        Catalog catalog = Catalog.load();
        Planner planner = new Planner(project, catalog);
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println("Scenarios");
        for (BoundScenario bound : planner.readScenarios(scenarios.folder().orElse(project.scenarios()))) {
            Scenario s = bound.scenario();
            out.printf("  %-40s %s  %s%n", s.id(), s.title(), s.source());
        }
        out.println("Profiles");
        for (Profile p : planner.readProfiles()) {
            out.printf("  %-40s %s%s%n", p.id(), p.title(), p.kind() == Profile.Kind.MODEL ? " (a model)" : "");
        }
        planner.problems().throwIfAny();
        out.println("Checks");
        catalog.checks()
                .forEach(c -> out.printf(
                        "  %-40s %s  [%s]%s%n", c.id(), c.title(), c.source(), c.onlyWarns() ? " (only warns)" : ""));
        files(out, "Plans", project.root().resolve("ci"));
        files(out, "Targets", project.root().resolve("ci/targets"));
        files(out, "Regressions", project.root().resolve("ci/regressions"));
        return 0;
    }

    private static void files(PrintWriter out, String title, Path folder) throws IOException {
        out.println(title);
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                files.map(f -> f.getFileName().toString())
                        .filter(n -> n.endsWith(".yaml") && !n.endsWith(".example.yaml"))
                        .sorted()
                        .forEach(n -> out.println("  " + n.replaceFirst("\\.yaml$", "")));
            }
        }
    }
}
