package org.cookieproof.cli;

import java.io.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.cookieproof.evidence.CellId;
import org.cookieproof.files.Directories;
import org.cookieproof.report.CellArchive;
import org.cookieproof.report.curl.CurlScript;
import org.cookieproof.report.har.HarArchive;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.ResultListener;
import org.cookieproof.result.RunDirectory;
import org.cookieproof.result.RunManifest;
import org.cookieproof.result.RunRecord;
import org.cookieproof.run.Catalog;
import org.cookieproof.run.PlannedCell;
import org.cookieproof.run.PlannedRun;
import org.cookieproof.run.Planner;
import org.cookieproof.run.Project;
import org.cookieproof.run.RunOptions;
import org.cookieproof.run.RunOutcome;
import org.cookieproof.run.Runner;
import org.cookieproof.run.Selection;
import org.cookieproof.target.Deployment;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./cookieproof repro CELL}. */
@Command(
        name = "repro",
        description = "Plays one cell of an earlier run again, as it was: same plan, target, variant, injected"
                + " regression, seed and accounts. Writes its requests as HAR and as a curl script.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  ./cookieproof repro 'logout/everywhere × chromium × https'",
            "  ./cookieproof repro logout/everywhere chromium --headed --step",
            "",
            "Exit codes are those of run."
        })
final class ReproCommand implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "CELL",
            description = "A cell as reports show it, or enough of it: scenario, profile, scheme.")
    private List<String> cell = List.of();

    @Option(
            names = "--run",
            paramLabel = "RUN",
            description = "A folder below reports/, or a path to one (default: the newest).")
    private @Nullable String run;

    @Option(names = "--headed", fallbackValue = "true", description = "Show the browser.")
    private boolean headed;

    @Option(
            names = "--step",
            fallbackValue = "true",
            description = "Wait on the terminal before each step, and show its exchanges and the jar after it.")
    private boolean step;

    @Option(
            names = "--keep-open",
            fallbackValue = "true",
            description = "Keep user agent and target up at the end, and say how to reach them, until Enter.")
    private boolean keepOpen;

    @Mixin
    private ReachOptions reach = new ReachOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Optional<Console> console = Optional.ofNullable(System.console());
        if ((step || keepOpen) && console.isEmpty()) {
            throw usage("--step and --keep-open need a terminal, for input and for output");
        }
        RunRecord earlier = earlier();
        CellResult result = result(earlier);
        Catalog catalog = Catalog.load();
        PlannedCell planned;
        PlannedRun whole = new Planner(Project.here(), catalog).plan(selection(earlier.manifest(), result));
        PlannedRun again = whole.only(
                whole.cells().stream().filter(c -> c.id().equals(result.cell())).collect(Collectors.toSet()));
        if (again.cells().isEmpty()) {
            throw usage(result.cell() + " is no longer a cell of that plan");
        }
        planned = again.cells().get(0);
        RunDirectory directory = emptied(earlier.directory().repro(result.cell()));
        Terminal terminal = Terminal.of(spec());
        Path script = directory.root().resolve("curl.sh");
        ReproWatch watch = new ReproWatch(
                result.cell(),
                planned.scenario().steps().size(),
                script,
                terminal,
                console.filter(c -> step),
                console.filter(c -> keepOpen),
                !again.target().provider().equals(Deployment.PROVIDER));
        return played(
                reach.confirmation().of(again),
                catalog,
                options(earlier.manifest(), result, directory),
                watch,
                terminal,
                script);
    }

    private int played(
            PlannedRun again, Catalog catalog, RunOptions options, ReproWatch watch, Terminal terminal, Path script) {
        Runner runner = new Runner(catalog, options, InstantSource.system(), new SecureRandom());
        Thread onSignal = new Thread(runner::interrupt, "on-signal");
        Runtime.getRuntime().addShutdownHook(onSignal);
        try {
            RunOutcome outcome = runner.run(again, new ResultListener() {}, watch);
            told(terminal, outcome, script);
            return outcome.exitCode().code();
        } finally {
            RunCommand.forget(onSignal);
        }
    }

    private static void told(Terminal terminal, RunOutcome outcome, Path script) {
        CellResult result = outcome.results().get(0);
        RunDirectory directory = outcome.directory();
        String har = result.attachments().get(CellArchive.HAR);
        RemainsPrinter.print(terminal, outcome);
        terminal.out().println();
        new FindingsPrinter(terminal).print(outcome);
        KnownPrinter.print(terminal.out(), outcome.bites());
        if (har != null) {
            Path file = directory.attachment(har);
            if (!Files.exists(script)) { // a cell that broke did not come to where it is written
                CurlScript.write(
                        script, result.cell().toString(), HarArchive.read(file).exchanges(), java.util.Map.of());
            }
            terminal.out().println("HAR: " + Project.shown(file));
            terminal.out().println("curl script: " + Project.shown(script));
        }
        terminal.out()
                .println(Terminal.told(result.cell() + ": " + result.verdict()
                        + (result.reason().isEmpty() ? "" : ": " + result.reason())));
        terminal.out().flush();
    }

    private RunRecord earlier() {
        RunFolders folders = new RunFolders(Project.here().reports());
        Optional<RunDirectory> found =
                run == null ? folders.newestFirst().stream().findFirst() : folders.named(run);
        return RunRecord.load(found.orElseThrow(() -> usage(
                run == null
                        ? "there is no run below " + folders.reports() + "; './cookieproof run' makes one"
                        : "there is no run '" + run + "'; below " + folders.reports() + " are: "
                                + folders.newestFirst().stream()
                                        .map(d -> String.valueOf(d.root().getFileName()))
                                        .limit(8)
                                        .collect(Collectors.joining(", ")))));
    }

    private CellResult result(RunRecord earlier) {
        List<CellId> cells = earlier.results().stream().map(CellResult::cell).toList();
        try {
            CellId chosen = CellChoice.choose(String.join(" ", cell), cells);
            return earlier.results().get(cells.indexOf(chosen));
        } catch (IllegalArgumentException e) {
            throw usage(e.getMessage() + "\n(run " + earlier.manifest().run().run() + ")");
        }
    }

    private Selection selection(RunManifest manifest, CellResult result) {
        RunManifest.Origin origin = manifest.origin()
                .orElseThrow(() -> usage("run " + manifest.run().run()
                        + " does not tell how it was made; play the cell with './cookieproof run --scenario "
                        + result.cell().scenario() + " --profile "
                        + result.cell().profile() + "'"));
        Selection.Filters alone = new Selection.Filters(
                List.of(result.cell().profile().value()),
                List.of(result.cell().scenario().value()),
                origin.scenarios().map(Path::of),
                // Its own tags: those of the plan may leave it out, where the run had been asked for others.
                manifest.about(result.cell().scenario())
                        .map(RunManifest.AboutScenario::tags)
                        .map(List::copyOf)
                        .orElse(List.of()),
                Set.of(result.cell().scheme()));
        return new Selection(
                origin.plan(),
                origin.target(),
                Optional.of(result.run().variant()),
                alone,
                origin.inject(),
                reach.overrides(),
                Optional.empty());
    }

    private RunOptions options(RunManifest manifest, CellResult result, RunDirectory directory) {
        long seed = manifest.origin().map(RunManifest.Origin::seed).orElse(0L);
        return new RunOptions(Project.here().reports(), 1, headed, false)
                .withRetries(0)
                .with(new RunOptions.Again(directory, seed, result.accounts()));
    }

    /** What an earlier repro of the same cell has left. */
    private static RunDirectory emptied(Path folder) {
        if (Files.isDirectory(folder)) {
            try {
                Directories.delete(folder);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot empty " + folder, e);
            }
        }
        return new RunDirectory(folder);
    }

    private CommandSpec spec() {
        return Objects.requireNonNull(spec);
    }

    private static UsageException usage(String message) {
        return new UsageException(message);
    }
}
