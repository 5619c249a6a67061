package org.cookieproof.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import org.cookieproof.driver.OkHttpPublicSuffixes;
import org.cookieproof.evidence.Redaction;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.KnownBites;
import org.cookieproof.result.Ledger;
import org.cookieproof.result.Mirror;
import org.cookieproof.result.ResultListener;
import org.cookieproof.result.ResultsFile;
import org.cookieproof.result.RunDirectory;
import org.cookieproof.result.RunKey;
import org.cookieproof.result.ShardedPlan;
import org.cookieproof.result.SignalMoves;
import org.cookieproof.result.Verdict;

/** Executes a planned run on threads of its own. */
public final class Runner {

    /** How long one action of a user agent, or one condition, may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Catalog catalog;
    private final RunOptions options;
    private final InstantSource clock;
    private final SecureRandom random;
    private final Interruption interruption = new Interruption();
    private final AtomicBoolean stopped = new AtomicBoolean();

    public Runner(Catalog catalog, RunOptions options, InstantSource clock, SecureRandom random) {
        this.catalog = catalog;
        this.options = options;
        this.clock = clock;
        this.random = random;
    }

    /** Tells the run to end: cells that have not ended are not run, the ledger still adds up. May come at any time. */
    public void interrupt() {
        interruption.tell();
    }

    /**
     * Plays all cells; returns when the last has ended.
     *
     * @throws ReportsUnwritableException when results cannot be written any more; those before it are kept
     */
    public RunOutcome run(PlannedRun run, ResultListener listener) {
        return run(run, listener, CellWatch.NOBODY);
    }

    /** Plays all cells while somebody looks on; returns when the last has ended, and nothing of the run is left. */
    public RunOutcome run(PlannedRun run, ResultListener listener, CellWatch watch) {
        Remains remains = Remains.from();
        Instant start = clock.instant();
        try (MemoryWatch memory = new MemoryWatch()) {
            RunOutcome outcome = played(run, listener, watch);
            Duration took = Duration.between(start, clock.instant());
            return outcome.taking(took, memory.peakMegabytes()).leaving(remains.clear());
        } catch (RuntimeException | Error e) {
            remains.clearAfter(e);
            throw e;
        }
    }

    private RunOutcome played(PlannedRun run, ResultListener listener, CellWatch watch) {
        Instant start = clock.instant();
        String shard = run.part()
                .map(p -> "-shard-" + p.shard().index() + "-of-" + p.shard().count())
                .orElse("");
        String runId = RunKey.id(start, run.target().name() + shard + "-" + randomHex(2));
        RunDirectory directory = options.again()
                .map(RunOptions.Again::directory)
                .orElseGet(() -> new RunDirectory(options.reports().resolve(runId)));
        // All parts of a plan have one seed, so that a cell of the merged run can be played again as it was.
        long seed = options.again()
                .map(RunOptions.Again::seed)
                .or(() -> run.part().map(p -> ShardedPlan.seedOf(p.of().madeFrom())))
                .orElseGet(random::nextLong);
        begin(run, runId, start, seed, directory);
        try (Scratch scratch = Scratch.temporary();
                ResultsFile file = ResultsFile.open(directory.results());
                Stands stands = new Stands(run, seed, scratch.path(), tapAddress())) {
            Sink sink = new Sink(
                    file, directory, Manifests.key(run, runId), run.cells().size(), clock, listener);
            KnownTally known = new KnownTally(run.known(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
            PartRecord part = new PartRecord(run, known, directory);
            part.begun(runId, start);
            CellSetup setup = setup(run, runId, directory, scratch.path(), known, watch);
            CellQueue queue = new CellQueue(run.cells());
            Crew crew = crew(run);
            listener.runStarted(crew.toString());
            List<Thread> workers =
                    start(crew.cells(), number -> work(queue, number <= crew.browsers(), setup, stands, sink));
            join(workers);
            sink.throwIfFailed();
            queue.left().forEach(cell -> sink.accept(new CellLog(setup, cell).result(Verdict.NOT_RUN, whyLeft())));
            sink.throwIfFailed();
            List<CellResult> results = sink.inOrderOf(run.cells());
            KnownBites bites = bites(run, known);
            if (!bites.isEmpty()) {
                bites.write(directory.known());
            }
            SignalMoves signals = stands.signals();
            if (!signals.isEmpty()) {
                signals.write(directory.signals());
            }
            part.ended(runId, start, clock.instant(), interruption.isTold(), signals);
            return new RunOutcome(
                    directory,
                    results,
                    Ledger.of(results),
                    bites,
                    signals,
                    ExitCode.of(run, results, bites, signals, options.failOnFlaky(), interruption.isTold()));
        }
    }

    /** A regression that is injected may hide what else would have happened. */
    private static KnownBites bites(PlannedRun run, KnownTally known) {
        KnownBites bites = run.regression().isPresent() ? KnownBites.NONE : KnownBites.of(known.told());
        return run.part().isPresent() ? bites.ofPart() : bites;
    }

    /** Writes down what is planned before anything can go wrong, so that a killed run can be accounted for. */
    private void begin(PlannedRun run, String runId, Instant start, long seed, RunDirectory directory) {
        try {
            Files.createDirectories(directory.root());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + directory.root(), e);
        }
        Manifests.of(run, runId, start, seed).write(directory.manifest());
        // The run's own copy: what the doctor finds later is not what held while it ran.
        Mirror.read(RunDirectory.mirrorOf(options.reports(), run.target().name()))
                .ifPresent(mirror -> mirror.write(directory.mirror()));
    }

    private CellSetup setup(
            PlannedRun run, String runId, RunDirectory directory, Path scratch, KnownTally known, CellWatch watch) {
        byte[] key = new byte[32];
        random.nextBytes(key);
        return new CellSetup(
                run,
                runId,
                catalog.checks(),
                new OkHttpPublicSuffixes(),
                new Redaction(key),
                directory,
                scratch.resolve("cells"),
                scratch.resolve("home"),
                options.headed(),
                PATIENCE,
                interruption,
                known,
                options.retries().orElse(run.plan().retries()),
                options.repeat(),
                watch,
                options.again(),
                options.remote());
    }

    private InetAddress tapAddress() {
        return options.remote().map(Remote::tapAddress).orElseGet(InetAddress::getLoopbackAddress);
    }

    private void work(CellQueue queue, boolean mayDriveBrowsers, CellSetup setup, Stands stands, Sink sink) {
        try (Drivers drivers = new Drivers(catalog.drivers());
                CellTimer timer = new CellTimer(setup.run().plan().cellTimeLimit())) {
            CellRunner runner = new CellRunner(setup, stands, drivers, timer);
            while (!interruption.isTold() && !stopped.get() && !sink.hasFailed()) {
                Optional<PlannedCell> next = queue.next(mayDriveBrowsers);
                if (next.isEmpty()) {
                    return;
                }
                PlannedCell cell = next.get();
                if (!CellQueue.startsABrowser(cell)) {
                    drivers.closeBrowsers(); // no cell of theirs comes after it
                }
                sink.started(cell.id());
                CellResult result = run(runner, cell, setup, sink);
                sink.accept(result);
                if (failsFast(setup.run())
                        && (result.verdict() == Verdict.FAILED || result.verdict() == Verdict.BROKEN)) {
                    stopped.set(true);
                }
            }
        }
    }

    private boolean failsFast(PlannedRun run) {
        return options.failFast() || run.plan().failFast();
    }

    /** Whatever goes wrong, a cell that was taken from the queue has a result. */
    private static CellResult run(CellRunner runner, PlannedCell cell, CellSetup setup, Sink sink) {
        try {
            return new CellAttempts(runner, setup, cell).play();
        } catch (ReportsUnwritableException e) {
            CellResult told = new CellLog(setup, cell).result(Verdict.BROKEN, "the harness: " + e.getMessage());
            sink.accept(told);
            sink.fail(e);
            return told;
        } catch (RuntimeException | Error e) {
            return new CellLog(setup, cell)
                    .result(
                            Verdict.BROKEN,
                            "the harness: " + e.toString().lines().findFirst().orElse(""));
        }
    }

    /** @param work takes the worker's number, from 1 */
    private static List<Thread> start(int count, IntConsumer work) {
        List<Thread> workers = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            int number = i;
            Thread worker = new Thread(() -> work.accept(number), "cell-worker-" + number);
            worker.start();
            workers.add(worker);
        }
        return workers;
    }

    private void join(List<Thread> workers) {
        for (Thread worker : workers) {
            while (worker.isAlive()) {
                try {
                    worker.join();
                } catch (InterruptedException e) {
                    interrupt();
                }
            }
        }
    }

    /** How much of it is played at once: what was asked for, else what the machine bears. */
    Crew crew(PlannedRun run) {
        int asked = options.jobs() > 0 ? options.jobs() : run.plan().jobs();
        List<PlannedCell> browsers =
                run.cells().stream().filter(CellQueue::startsABrowser).toList();
        List<PlannedCell> here =
                browsers.stream().filter(c -> !isPlayedElsewhere(c)).toList();
        int slotsOfACell = browsers.stream()
                .filter(this::isPlayedElsewhere)
                .mapToInt(PlannedCell::userAgents)
                .max()
                .orElse(0);
        Crew crew = Crew.of(asked, here.stream().mapToInt(this::megabytes));
        return options.remote()
                .filter(r -> slotsOfACell > 0)
                // One more browser than the Grid has slots would only wait there; those it has cost nothing here.
                .map(remote -> crew.withSlots(remote.slots(), slotsOfACell, asked == 0 && here.isEmpty()))
                .orElse(crew)
                .atMost(run.target().deployment().atOnce(), "as the target's file says")
                .atMost(OptionalInt.of(run.cells().size()), "as many as there are cells");
    }

    private boolean isPlayedElsewhere(PlannedCell cell) {
        return options.remote().isPresent() && Remote.plays(cell.profile(), catalog);
    }

    /** Of all the user agents of a cell. */
    private int megabytes(PlannedCell cell) {
        return cell.userAgents() * Crew.megabytes(cell.profile(), catalog.drivers());
    }

    private String whyLeft() {
        return interruption.isTold() ? Interruption.REASON : "the run ended after the first failure (fail-fast)";
    }

    private String randomHex(int octets) {
        byte[] bytes = new byte[octets];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
