package org.cookieproof.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.cookieproof.evidence.CellId;
import org.cookieproof.evidence.Recording;
import org.cookieproof.http.Scheme;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.ResultListener;
import org.cookieproof.result.Verdict;
import org.cookieproof.run.Catalog;
import org.cookieproof.run.CellWatch;
import org.cookieproof.run.PlannedRun;
import org.cookieproof.run.Planner;
import org.cookieproof.run.Project;
import org.cookieproof.run.RunOptions;
import org.cookieproof.run.RunOutcome;
import org.cookieproof.run.Runner;
import org.cookieproof.run.Selection;
import org.cookieproof.yaml.Position;

/** Many cells of one scenario, played as a run plays them. */
final class Cells {

    private final Catalog catalog = Catalog.load();
    private final Project project;
    private final Path scratch;

    Cells(Path root, Path scratch) {
        this.project = new Project(root);
        this.scratch = scratch;
    }

    /** A plan of that many copies of one scenario. */
    PlannedRun copies(String scenario, int count, String profile, Scheme scheme) throws IOException {
        Path folder = Files.createDirectories(scratch.resolve("copies-" + count).resolve(scenario));
        for (int i = 0; i < count; i++) {
            Files.copy(
                    project.scenarios().resolve(scenario + ".yaml"),
                    folder.resolve("copy-" + i + ".yaml"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        return new Planner(project, catalog)
                .plan(Selection.ofPlan("local")
                        .withScenarioFolder(scratch.resolve("copies-" + count))
                        .withProfiles(List.of(profile))
                        .withSchemes(Set.of(scheme)));
    }

    /** One after the other; from the end of one to the end of the next, so that nothing between them is left out. */
    Timing play(PlannedRun run) {
        Ends ends = new Ends();
        RunOutcome outcome = runner(1).run(run, ends);
        if (!outcome.results().stream().allMatch(r -> r.verdict() == Verdict.PASSED)) {
            throw new IllegalStateException("not all cells passed: " + outcome.ledger() + " "
                    + outcome.results().stream()
                            .map(CellResult::reason)
                            .distinct()
                            .toList());
        }
        return ends.timing();
    }

    /** What the tap saw of the first cell of a run. */
    Recording recordingOfOne(PlannedRun run) {
        AtomicReference<Recording> first = new AtomicReference<>();
        RunOutcome outcome = runner(1).run(run, new ResultListener() {}, new CellWatch() {
            @Override
            public boolean beforeStep(int index, String title, Position at) {
                return first.get() == null;
            }

            @Override
            public void whileUp(Up up) {
                first.compareAndSet(null, up.recording().get());
            }
        });
        Recording recorded = first.get();
        if (recorded == null) {
            throw new IllegalStateException("no cell was played: " + outcome.ledger());
        }
        return recorded;
    }

    Runner runner(int jobs) {
        RunOptions options = new RunOptions(scratch.resolve("reports"), jobs, false, false);
        return new Runner(catalog, options, InstantSource.system(), new SecureRandom());
    }

    private static final class Ends implements ResultListener {

        private final List<Duration> each = new ArrayList<>();
        private long last;

        @Override
        public void cellStarted(CellId cell) {
            last = last == 0 ? System.nanoTime() : last;
        }

        @Override
        public void cellFinished(CellResult result) {
            long now = System.nanoTime();
            each.add(Duration.ofNanos(now - last));
            last = now;
        }

        /** Without the first cell, which starts the farm. */
        Timing timing() {
            return new Timing(each.subList(1, each.size()));
        }
    }
}
