package org.cookieproof.cli;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.cookieproof.run.Catalog;
import org.cookieproof.run.PlannedRun;
import org.cookieproof.run.Planner;
import org.cookieproof.run.Project;
import org.cookieproof.run.Remote;
import org.cookieproof.run.RunOptions;
import org.cookieproof.run.RunOutcome;
import org.cookieproof.run.Runner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./cookieproof run}. */
@Command(
        name = "run",
        description = "Plays a plan and writes the reports.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  ./cookieproof run",
            "  ./cookieproof run --scenario logout/everywhere --profile okhttp",
            "  ./cookieproof run --inject logout-central-session-survives",
            "  ./cookieproof run --target mediawiki",
            "  ./cookieproof run --target beta --resolve en.beta.example.org:10.0.0.7 --confirm en.beta.example.org",
            "  ./cookieproof run --last-failed --retries 2",
            "  ./cookieproof run --profile chromium-webdriver --remote http://hub.example.org:4444 --tap-address 10.0.0.5",
            "  ./cookieproof run --format github",
            "  ./cookieproof run --plan nightly --shard 2/3"
        })
final class RunCommand implements Callable<Integer> {

    /** A cell's user agent is ended within it; then the reports of what ran are written. */
    private static final long LONGEST_END_SECONDS = 30;

    @Mixin
    private SelectionOptions selection = new SelectionOptions();

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "Cells at once, browsers included (default: as many as processors and free memory allow).")
    private int jobs;

    @Option(
            names = "--fail-fast",
            fallbackValue = "true",
            description = "End after the first cell that failed or broke.")
    private boolean failFast;

    @Option(names = "--headed", fallbackValue = "true", description = "Show the browsers.")
    private boolean headed;

    @Option(
            names = "--retries",
            paramLabel = "N",
            description = "Play a cell that failed or broke up to N times again; one that then passes is flaky"
                    + " (default: as the plan says).")
    private @Nullable Integer retries;

    @Option(
            names = "--repeat",
            paramLabel = "N",
            description = "Play each cell N times; one that passes only sometimes is flaky. Excludes --retries.")
    private int repeat = 1;

    @Option(
            names = "--fail-on-flaky",
            fallbackValue = "true",
            description = "End with exit code 5 where a cell is flaky.")
    private boolean failOnFlaky;

    @Option(
            names = "--last-failed",
            fallbackValue = "true",
            description = "Only the cells that failed, broke or were flaky in the last run of the same target.")
    private boolean lastFailed;

    @Mixin
    private ShardOptions sharding = new ShardOptions();

    @Mixin
    private RemoteOptions remote = new RemoteOptions();

    @Option(names = OutputFormat.OPTION, paramLabel = "FORMAT", description = OutputFormat.DESCRIPTION)
    private OutputFormat format = OutputFormat.text;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Project project = Project.here();
        Catalog catalog = Catalog.load();
        Terminal terminal = Terminal.of(spec());
        PlannedRun whole = planned(project, catalog);
        Optional<Remote> elsewhere = remote.remote(whole, catalog, terminal);
        RunOptions options = elsewhere.map(options(project)::with).orElse(options(project));
        // Before it is cut: what a Grid cannot play must not count in one shard and not in another.
        PlannedRun decided = elsewhere.map(r -> r.plan(whole, catalog)).orElse(whole);
        PlannedRun run = selection.confirmation().of(sharding.part(decided, project, options, terminal));
        Runner runner = new Runner(catalog, options, InstantSource.system(), new SecureRandom());
        CountDownLatch ended = new CountDownLatch(1);
        Thread onSignal = new Thread(() -> endEarly(runner, terminal, ended), "on-signal");
        Runtime.getRuntime().addShutdownHook(onSignal);
        try {
            RunOutcome outcome = runner.run(run, new ProgressPrinter(terminal, run));
            AllReports.write(outcome.directory(), spec().commandLine().getErr());
            LatestLink.pointTo(project.reports(), outcome.directory());
            DriftPrinter.print(terminal, project, outcome);
            new OutcomePrinter(terminal, format).print(OutcomePrinter.Told.of(run, sharding.remark()), outcome);
            FormatPrinter.print(terminal.out(), format, outcome.directory());
            return outcome.exitCode().code();
        } finally {
            ended.countDown();
            forget(onSignal);
        }
    }

    private CommandSpec spec() {
        return Objects.requireNonNull(spec);
    }

    private RunOptions options(Project project) {
        if (repeat < 1 || (retries != null && retries < 0)) {
            throw new UsageException("--repeat takes a number from 1, --retries one from 0");
        }
        if (repeat > 1 && retries != null && retries > 0) {
            throw new UsageException("--repeat and --retries exclude each other: what is played " + repeat
                    + " times anyway needs no second try; leave one of them out");
        }
        RunOptions options = new RunOptions(project.reports(), jobs, headed, failFast)
                .withRepeat(repeat)
                .withFailOnFlaky(failOnFlaky);
        return retries == null ? options : options.withRetries(retries);
    }

    private PlannedRun planned(Project project, Catalog catalog) {
        sharding.check(lastFailed);
        PlannedRun run = new Planner(project, catalog).plan(selection.selection());
        return lastFailed ? LastFailed.of(run, new RunFolders(project.reports())) : run;
    }

    static void forget(Thread onSignal) {
        try {
            Runtime.getRuntime().removeShutdownHook(onSignal);
        } catch (IllegalStateException e) {
            // The signal has come: the hook runs already, and what it waited for has just ended.
        }
    }

    /** The JVM ends when this returns, with 130 after Ctrl-C. */
    private static void endEarly(Runner runner, Terminal terminal, CountDownLatch ended) {
        terminal.progress("Interrupted: ending the cells that run and writing the reports.");
        runner.interrupt();
        try {
            if (!ended.await(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
                terminal.progress("A user agent did not end in time; './cookieproof report' completes the reports.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
