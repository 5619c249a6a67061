package org.cookieproof.engine;

import com.google.auto.service.AutoService;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cookieproof.run.Catalog;
import org.cookieproof.run.PlannedRun;
import org.cookieproof.run.Planner;
import org.cookieproof.run.Project;
import org.cookieproof.run.RunOptions;
import org.cookieproof.run.Runner;
import org.cookieproof.run.Selection;
import org.cookieproof.yaml.InvalidFilesException;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DirectorySelector;
import org.junit.platform.engine.discovery.FileSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;

/**
 * The JUnit Platform engine {@code cookieproof}: cells as tests. Takes directory, file and unique-id selectors; the
 * configuration parameters {@code cookieproof.plan} (default {@code local}) and {@code cookieproof.target} say what the
 * command line says with {@code --plan} and {@code --target}, {@code cookieproof.reports} below which folder the run
 * makes its own ({@code ./cookieproof report FOLDER} makes reports of it).
 */
@AutoService(TestEngine.class)
public final class CookieproofTestEngine implements TestEngine {

    @Override
    public String getId() {
        return "cookieproof";
    }

    /** May be called several times for one suite: reads files, starts nothing. */
    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
        Optional<Path> folder = request.getSelectorsByType(DirectorySelector.class).stream()
                .map(DirectorySelector::getPath)
                .findFirst();
        Set<Path> files = request.getSelectorsByType(FileSelector.class).stream()
                .map(FileSelector::getPath)
                .map(Path::toAbsolutePath)
                .collect(Collectors.toSet());
        Set<UniqueId> ids = request.getSelectorsByType(UniqueIdSelector.class).stream()
                .map(UniqueIdSelector::getUniqueId)
                .collect(Collectors.toSet());
        CellTree tree = new CellTree(uniqueId);
        if (folder.isEmpty() && files.isEmpty() && ids.isEmpty()) {
            return tree.root();
        }
        Project project = Project.here();
        Path scenarios = folder.map(Path::toAbsolutePath).orElse(project.scenarios());
        try {
            PlannedRun run = new Planner(project, Catalog.load())
                    .plan(selection(request.getConfigurationParameters()).withScenarioFolder(scenarios));
            tree.add(run, scenarios, files, ids, folder.isPresent());
        } catch (InvalidFilesException e) {
            e.problems()
                    .forEach(p -> request.getDiscoveryListener()
                            .issueEncountered(
                                    uniqueId, DiscoveryIssue.create(DiscoveryIssue.Severity.ERROR, p.toString())));
        }
        return tree.root();
    }

    @Override
    public void execute(ExecutionRequest request) {
        RunDescriptor root = (RunDescriptor) request.getRootTestDescriptor();
        ExecutionEvents events = new ExecutionEvents(root, request.getEngineExecutionListener());
        events.started();
        root.run().ifPresent(run -> {
            Path reports = request.getConfigurationParameters()
                    .get("cookieproof.reports", Path::of)
                    .orElse(Project.here().reports());
            Runner runner = new Runner(
                    Catalog.load(),
                    new RunOptions(reports, 0, false, false),
                    InstantSource.system(),
                    new SecureRandom());
            events.cameTo(runner.run(run.only(root.remainingCells()), events));
        });
        events.finished();
    }

    private static Selection selection(ConfigurationParameters parameters) {
        Selection selection =
                Selection.ofPlan(parameters.get("cookieproof.plan").orElse("local"));
        return parameters.get("cookieproof.target").map(selection::withTarget).orElse(selection);
    }
}
