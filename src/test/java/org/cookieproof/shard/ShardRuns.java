package org.cookieproof.shard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.cookieproof.evidence.CellId;
import org.cookieproof.evidence.ProfileId;
import org.cookieproof.evidence.ScenarioId;
import org.cookieproof.http.Scheme;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.KnownBites;
import org.cookieproof.result.KnownCause;
import org.cookieproof.result.KnownTold;
import org.cookieproof.result.PlayedShard;
import org.cookieproof.result.Requirement;
import org.cookieproof.result.ResultsFile;
import org.cookieproof.result.RunDirectory;
import org.cookieproof.result.RunKey;
import org.cookieproof.result.RunManifest;
import org.cookieproof.result.ShardFile;
import org.cookieproof.result.ShardedPlan;
import org.cookieproof.result.SignalMove;
import org.cookieproof.result.SignalMoves;
import org.cookieproof.result.Verdict;

/** Runs of the three shards of a plan of seven cells, as the runner leaves them; each can be spoilt before it is written. */
final class ShardRuns {

    static final int COUNT = 3;
    private static final List<Integer> SHARD_OF = List.of(1, 2, 3, 1, 2, 3, 1);
    private static final Instant START = Instant.parse("2026-11-22T02:15:00Z");

    final Path folder;
    Map<String, String> madeFrom = Map.of("plan", "P, 1234", "--retries", "0");
    boolean sharedTarget;
    List<KnownTold> known = List.of();
    SignalMoves signals = SignalMoves.NONE;
    boolean killed;
    boolean interrupted;
    private Instant start = START;

    ShardRuns(Path folder) {
        this.folder = folder;
    }

    static CellId cell(int number) {
        return new CellId(new ScenarioId("s/" + number), new ProfileId("okhttp"), Scheme.HTTP);
    }

    static List<CellId> cells() {
        List<CellId> cells = new ArrayList<>();
        for (int i = 0; i < SHARD_OF.size(); i++) {
            cells.add(cell(i));
        }
        return cells;
    }

    static KnownBites.Entry entry() {
        return new KnownBites.Entry(
                "ci/known/local.yaml",
                3,
                List.of("  - check: x"),
                new KnownCause(
                        "ci/known/local.yaml:3",
                        "T77",
                        "somebody",
                        "it is down",
                        LocalDate.parse("2999-01-01"),
                        Set.of()));
    }

    static SignalMove moved(double before, double after) {
        return new SignalMove("badtoken", before, after, after - before, Optional.empty(), OptionalInt.of(5));
    }

    private static RunManifest manifest(String run, Instant at, List<CellId> planned) {
        Map<ScenarioId, RunManifest.AboutScenario> scenarios = new LinkedHashMap<>();
        planned.forEach(c -> scenarios.put(
                c.scenario(), new RunManifest.AboutScenario("Sentence " + c.scenario(), List.of("T1"), Set.of())));
        return new RunManifest(
                new RunKey(run, "farm", "default", Optional.empty()),
                at,
                "P",
                planned,
                scenarios,
                Map.of(new ProfileId("okhttp"), new RunManifest.AboutProfile("OkHttp", "http-client")),
                List.of());
    }

    /** As it would be planned on every machine. */
    ShardedPlan plan() {
        return new ShardedPlan(
                manifest("", Instant.EPOCH, cells()),
                SHARD_OF,
                COUNT,
                madeFrom,
                Set.of(new Requirement(new ScenarioId("s/1"), Set.of(), Optional.empty(), false)),
                Optional.empty(),
                false,
                sharedTarget);
    }

    /** Writes the run of one shard. */
    RunDirectory write(int shard) {
        ShardedPlan plan = plan();
        List<CellId> own = List.copyOf(plan.cells(shard));
        String run = "20261122-02150" + shard + "-farm-shard-" + shard + "-of-3-ab";
        start = START.plusSeconds(shard);
        RunDirectory directory = new RunDirectory(folder.resolve(run));
        RunManifest manifest = manifest(run, start, own);
        manifest.write(directory.manifest());
        PlayedShard played = PlayedShard.begun(shard, run, start);
        new ShardFile(
                        plan,
                        List.of(killed ? played : played.ended(start.plusSeconds(60L * shard), interrupted, signals)),
                        known)
                .write(directory.shard());
        try (ResultsFile file = ResultsFile.open(directory.results())) {
            // In the order in which they ended, which is not that of the plan.
            for (int i = own.size() - 1; i >= (killed ? 1 : 0); i--) {
                file.append(result(directory, manifest.run(), own.get(i)));
            }
        }
        if (killed) {
            tear(directory);
        }
        return directory;
    }

    private static CellResult result(RunDirectory directory, RunKey run, CellId cell) {
        boolean failed = cell.equals(cell(2));
        String har = "recordings/" + cell.slug() + ".har";
        if (failed) {
            writeText(directory.attachment(har), "{}");
        }
        return new CellResult(
                run,
                cell,
                "Sentence " + cell.scenario(),
                "OkHttp 5",
                failed ? Verdict.FAILED : Verdict.PASSED,
                failed ? "it did not" : "",
                12,
                List.of(),
                List.of(),
                failed ? Map.of("har", har) : Map.of());
    }

    private static void tear(RunDirectory directory) {
        try {
            Files.writeString(directory.results(), "{\"run\":\"2026", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void writeText(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
