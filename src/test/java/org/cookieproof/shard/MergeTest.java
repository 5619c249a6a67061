package org.cookieproof.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cookieproof.shard.ShardRuns.cell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.cookieproof.report.junit.JUnitXmlReport;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.KnownTold;
import org.cookieproof.result.Ledger;
import org.cookieproof.result.LedgerFile;
import org.cookieproof.result.ResultsFile;
import org.cookieproof.result.RunDirectory;
import org.cookieproof.result.RunKey;
import org.cookieproof.result.RunRecord;
import org.cookieproof.result.SignalMove;
import org.cookieproof.result.SignalMoves;
import org.cookieproof.result.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeTest {

    @TempDir
    private Path folder;

    private ShardRuns runs = new ShardRuns(Path.of(""));
    private int written;

    @BeforeEach
    void place() {
        runs = new ShardRuns(folder.resolve("runs"));
    }

    private RunDirectory merged(RunDirectory... parts) {
        RunDirectory directory = new RunDirectory(folder.resolve("merged-" + written++));
        assertThat(new MergedFolder(Merge.of(List.of(parts))).write(directory.root()))
                .isEmpty();
        JUnitXmlReport.write(RunRecord.load(directory), directory.junit());
        return directory;
    }

    /** Every file of a folder and what it holds. */
    private static Map<String, String> bytes(RunDirectory directory) throws IOException {
        Map<String, String> all = new LinkedHashMap<>();
        try (var files = Files.walk(directory.root())) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                all.put(directory.relative(file), Files.readString(file));
            }
        }
        return all;
    }

    private static List<List<RunDirectory>> permutations(List<RunDirectory> all) {
        if (all.isEmpty()) {
            return List.of(List.of());
        }
        List<List<RunDirectory>> permutations = new ArrayList<>();
        for (RunDirectory first : all) {
            List<RunDirectory> rest = new ArrayList<>(all);
            rest.remove(first);
            for (List<RunDirectory> others : permutations(rest)) {
                List<RunDirectory> one = new ArrayList<>(List.of(first));
                one.addAll(others);
                permutations.add(one);
            }
        }
        return permutations;
    }

    @Test
    void inWhateverOrderTheSameComesOfIt() throws IOException {
        runs.signals = new SignalMoves(List.of(ShardRuns.moved(1, 2)));
        runs.known = List.of(new KnownTold(ShardRuns.entry(), false, true, false));
        List<RunDirectory> parts = List.of(runs.write(1), runs.write(2), runs.write(3));
        Map<String, String> first = bytes(merged(parts.toArray(RunDirectory[]::new)));
        assertThat(first)
                .containsKeys("results.jsonl", "ledger.json", "junit.xml", "plan.json", "shard.json", "signals.json")
                .containsKey("recordings/" + cell(2).slug() + ".har");
        for (List<RunDirectory> order : permutations(parts)) {
            assertThat(bytes(merged(order.toArray(RunDirectory[]::new)))).isEqualTo(first);
        }
    }

    @Test
    void whatWasMergedBeforeCanBeMergedWithWhatItLacked() throws IOException {
        RunDirectory one = runs.write(1);
        RunDirectory two = runs.write(2);
        RunDirectory three = runs.write(3);
        RunDirectory some = merged(three, one);
        assertThat(bytes(merged(two, some))).isEqualTo(bytes(merged(one, two, three)));
        assertThat(bytes(merged(merged(two), some))).isEqualTo(bytes(merged(one, two, three)));
    }

    @Test
    void theLedgerOfAllIsExactAndEveryCellStandsInItsPlaceOnce() {
        RunDirectory directory = merged(runs.write(2), runs.write(3), runs.write(1));
        RunRecord run = RunRecord.load(directory);
        assertThat(run.results()).extracting(CellResult::cell).isEqualTo(ShardRuns.cells());
        assertThat(ResultsFile.read(directory.results()).results()).isEqualTo(run.results());
        Ledger ledger = LedgerFile.read(directory.ledger()).orElseThrow().ledger();
        assertThat(ledger).isEqualTo(Ledger.of(run.results()));
        assertThat(ledger.planned()).isEqualTo(7);
        assertThat(ledger.count(Verdict.PASSED)).isEqualTo(6);
        assertThat(ledger.count(Verdict.FAILED)).isEqualTo(1);
        assertThat(run.manifest().run().run()).matches("20261122-021503-farm-merged-[0-9a-f]{4}");
        assertThat(run.took()).hasValueSatisfying(d -> assertThat(d).hasSeconds(182));
        assertThat(run.unreadable()).isEmpty();
    }

    @Test
    void theCellsOfAShardThatIsMissingAreNotRun() {
        Merged merged = Merge.of(List.of(runs.write(1), runs.write(3))).merged();
        assertThat(merged.complete()).isFalse();
        assertThat(merged.remarks()).containsExactly("shard 2/3 is missing; cells not run for it: 2");
        assertThat(merged.results())
                .filteredOn(r -> r.verdict() == Verdict.NOT_RUN)
                .extracting(CellResult::cell)
                .containsExactly(cell(1), cell(4));
        assertThat(merged.results().get(1).reason()).isEqualTo("shard 2/3 is missing");
        assertThat(merged.results().get(1).title()).isEqualTo("Sentence s/1");
        assertThat(merged.ledger().endedAt()).isNull();
        assertThat(merged.ledger().ledger().planned()).isEqualTo(7);
    }

    @Test
    void whatAShardThatWasKilledDidNotTellIsNotRun() {
        RunDirectory one = runs.write(1);
        RunDirectory three = runs.write(3);
        runs.killed = true;
        RunDirectory two = runs.write(2);
        Merged merged = Merge.of(List.of(one, two, three)).merged();
        assertThat(merged.complete()).isFalse();
        assertThat(merged.remarks())
                .hasSize(2)
                .anySatisfy(
                        r -> assertThat(r).contains("shard 2/3", "did not end by itself; cells not run for it: 1 of 2"))
                .anySatisfy(r -> assertThat(r).contains("results.jsonl:2: torn: the run was killed in it"));
        assertThat(merged.results().get(1).verdict()).isEqualTo(Verdict.NOT_RUN);
        assertThat(merged.results().get(1).reason()).isEqualTo("shard 2/3 ended first");
        assertThat(merged.results().get(4).verdict()).isEqualTo(Verdict.PASSED);
        assertThat(merged.ledger().ledger().count(Verdict.NOT_RUN)).isEqualTo(1);
    }

    @Test
    void aShardThatWasInterruptedIsNotComplete() {
        runs.interrupted = true;
        RunDirectory one = runs.write(1);
        runs.interrupted = false;
        Merged merged = Merge.of(List.of(one, runs.write(2), runs.write(3))).merged();
        assertThat(merged.complete()).isFalse();
        assertThat(merged.remarks()).singleElement().asString().contains("shard 1/3", "was interrupted");
    }

    @Test
    void aLineThatSomebodyTookOutIsMissed() throws IOException {
        RunDirectory one = runs.write(1);
        List<String> lines = Files.readAllLines(one.results());
        Files.write(one.results(), lines.subList(1, lines.size()));
        Merged merged = Merge.of(List.of(one, runs.write(2), runs.write(3))).merged();
        assertThat(merged.complete()).isFalse();
        assertThat(merged.results().get(6).reason()).isEqualTo("shard 1/3 has no result of it that can be read");
    }

    @Test
    void soIsOneOfAMergedRun() throws IOException {
        RunDirectory both = merged(runs.write(1), runs.write(2));
        List<String> lines = Files.readAllLines(both.results());
        Files.write(both.results(), lines.subList(1, lines.size()));
        Merged merged = Merge.of(List.of(both, runs.write(3))).merged();
        assertThat(merged.complete()).isFalse();
        assertThat(merged.results())
                .filteredOn(r -> r.verdict() == Verdict.NOT_RUN)
                .singleElement()
                .satisfies(r -> assertThat(r.reason()).endsWith("has no result of it that can be read"));
    }

    private void refused(List<RunDirectory> parts, String... because) {
        assertThatThrownBy(() -> Merge.of(parts))
                .isInstanceOf(UnmergeableException.class)
                .satisfies(e -> assertThat(e.getMessage()).contains(because));
    }

    @Test
    void aShardThatIsThereTwiceIsRefused() {
        RunDirectory one = runs.write(1);
        RunDirectory two = runs.write(2);
        RunDirectory both = merged(one, two);
        refused(List.of(one, two, both), "shard 1/3 is there twice", "shard 2/3 is there twice", "leave one out");
    }

    @Test
    void shardsOfOtherPlansAreRefusedWithWhatTheyDifferIn() {
        RunDirectory one = runs.write(1);
        runs.madeFrom = Map.of("plan", "P, 1234", "--retries", "2");
        RunDirectory two = runs.write(2);
        refused(List.of(two, one), "is of another plan", "they differ in --retries (0, 2)");
    }

    @Test
    void aResultOfACellOfAnotherShardIsRefused() {
        RunDirectory one = runs.write(1);
        RunDirectory two = runs.write(2);
        RunKey key = RunRecord.load(one).manifest().run();
        try (ResultsFile file = ResultsFile.open(one.results())) {
            file.append(RunRecord.load(two).results().get(0).within(key));
        }
        refused(List.of(one, two), "has a result of s/1 × okhttp × http, which is no cell of its shard");
    }

    @Test
    void aRunThatIsNoShardOrIsDamagedIsRefused() throws IOException {
        RunDirectory one = runs.write(1);
        RunDirectory two = runs.write(2);
        Files.delete(one.shard());
        Files.writeString(two.shard(), "{");
        refused(List.of(one, two), "is no part of a run", "not valid JSON");
    }

    @Test
    void anEntryThatDidNotHappenInOneShardButInAnotherHolds() {
        runs.known = List.of(new KnownTold(ShardRuns.entry(), false, false, true));
        RunDirectory one = runs.write(1);
        RunDirectory two = runs.write(2);
        RunDirectory three = runs.write(3);
        assertThat(Merge.of(List.of(one, two, three)).merged().bites().vanished())
                .containsExactly(ShardRuns.entry());
        assertThat(Merge.of(List.of(one, two)).merged().bites().vanished())
                .as("the missing shard may show it")
                .isEmpty();
        runs.known = List.of(new KnownTold(ShardRuns.entry(), false, true, false));
        assertThat(Merge.of(List.of(one, runs.write(2), three)).merged().bites().isEmpty())
                .isTrue();
    }

    private SignalMove signal(SignalMove... ofShards) {
        List<RunDirectory> parts = new ArrayList<>();
        for (int i = 0; i < ofShards.length; i++) {
            runs.signals = new SignalMoves(List.of(ofShards[i]));
            parts.add(runs.write(i + 1));
        }
        return Merge.of(parts).merged().signals().moves().get(0);
    }

    @Test
    void signalsOfServicesOfTheirOwnAreSummed() {
        SignalMove move = signal(ShardRuns.moved(0, 2), ShardRuns.moved(1, 3), ShardRuns.moved(0, 2));
        assertThat(move.moved()).isEqualTo(6);
        assertThat(move.most()).isEqualTo(OptionalInt.of(5));
        assertThat(move.exceeds()).isTrue();
    }

    @Test
    void signalsOfOneDeploymentAreCountedOnce() {
        runs.sharedTarget = true;
        SignalMove move = signal(ShardRuns.moved(10, 13), ShardRuns.moved(11, 14), ShardRuns.moved(10, 12));
        assertThat(move.told()).isEqualTo("10 → 14, moved by 4, at most 5");
    }

    @Test
    void aSignalThatOneShardDidNotReadIsNotRead() {
        SignalMove unread =
                new SignalMove("badtoken", 0, 0, 0, Optional.of("before the run: it answers 404"), OptionalInt.of(5));
        assertThat(signal(ShardRuns.moved(0, 2), unread, ShardRuns.moved(0, 2)).unread())
                .hasValue("shard 2/3: before the run: it answers 404");
        assertThat(signal(ShardRuns.moved(0, 2), ShardRuns.moved(0, 2)).unread())
                .hasValue("shard 3/3 is missing");
    }

    @Test
    void aShardThatNeededNoTargetMovedNothing() {
        SignalMove none = new SignalMove("badtoken", 0, 0, 0, Optional.of(SignalMove.NEVER_UP), OptionalInt.of(5));
        assertThat(signal(ShardRuns.moved(0, 2), none, ShardRuns.moved(0, 1)).moved())
                .isEqualTo(3);
    }

    @Test
    void anAttachmentThatIsNotThereIsTold() throws IOException {
        RunDirectory three = runs.write(3);
        Path har = three.attachment("recordings/" + cell(2).slug() + ".har");
        Files.delete(har);
        assertThat(new MergedFolder(Merge.of(List.of(three))).write(folder.resolve("m")))
                .containsExactly(har.toString());
    }

    @Test
    void noLineLeadsOutOfTheFoldersOfRecordings() throws IOException {
        RunDirectory three = runs.write(3);
        String har = "recordings/" + cell(2).slug() + ".har";
        Files.writeString(three.results(), Files.readString(three.results()).replace(har, "plan.json"));
        RunDirectory into = new RunDirectory(folder.resolve("m"));
        assertThat(new MergedFolder(Merge.of(List.of(three))).write(into.root()))
                .containsExactly(three.manifest().toString());
        assertThat(Files.readString(into.manifest())).contains("-merged-");
    }

    @Test
    void nothingIsLeftWhereItCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        MergedFolder merged = new MergedFolder(Merge.of(List.of(runs.write(1))));
        assertThatThrownBy(() -> merged.write(file.resolve("below"))).hasMessageContaining("cannot");
        assertThat(file).isEmptyFile();
    }
}
