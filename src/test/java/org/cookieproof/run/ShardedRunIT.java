package org.cookieproof.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cookieproof.evidence.CellId;
import org.cookieproof.evidence.Finding;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.RunDirectory;
import org.cookieproof.result.RunRecord;
import org.cookieproof.result.Shard;
import org.cookieproof.result.Verdict;
import org.cookieproof.shard.CellTimes;
import org.cookieproof.shard.Merge;
import org.cookieproof.shard.MergedFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two shards against a farm each, merged, are the run that nobody cut. */
class ShardedRunIT {

    private static final Selection SMALL = Selection.ofPlan("local")
            .withProfiles(List.of("okhttp", "curl"))
            .withScenarios(List.of("login/*", "logout/*", "rollout/*"));

    @TempDir
    private Path reports;

    private RunOutcome shard(Selection selection, int index, CellTimes times) {
        RunOptions options = new RunOptions(reports, 2, false, false);
        Project project = new Project(Path.of("").toAbsolutePath());
        PlannedRun part = new Sharding(project, times).part(Runs.plan(selection), new Shard(index, 2), options);
        return Runs.runner(options).run(part, Runs.UNHEARD);
    }

    private RunRecord merged(RunOutcome... shards) {
        List<RunDirectory> directories = new ArrayList<>();
        for (RunOutcome shard : shards) {
            directories.add(shard.directory());
        }
        RunDirectory into = new RunDirectory(reports.resolve("merged"));
        assertThat(new MergedFolder(Merge.of(directories)).write(into.root())).isEmpty();
        return RunRecord.load(into);
    }

    private static Map<CellId, String> told(List<CellResult> results) {
        return results.stream()
                .collect(Collectors.toMap(
                        CellResult::cell,
                        r -> r.run().variant() + " " + r.title() + " " + r.verdict() + " " + r.reason() + " "
                                + r.findings().stream()
                                        .map(Finding::fingerprint)
                                        .sorted()
                                        .toList()));
    }

    private static List<CellId> played(RunOutcome outcome) {
        return outcome.results().stream()
                .filter(r -> r.verdict().executed())
                .map(CellResult::cell)
                .toList();
    }

    @Test
    void mergedTheyTellOfTheSameCellsTheSame() {
        RunOutcome whole = Runs.play(SMALL, reports);
        assertThat(whole.ledger().executed()).isGreaterThan(20);
        CellTimes times = CellTimes.of(whole.results());
        RunOutcome one = shard(SMALL, 1, times);
        RunOutcome two = shard(SMALL, 2, times);
        assertThat(played(one)).hasSizeGreaterThan(5);
        assertThat(played(two)).hasSizeGreaterThan(5);

        RunRecord merged = merged(two, one);
        assertThat(merged.results())
                .extracting(CellResult::cell)
                .isEqualTo(whole.results().stream().map(CellResult::cell).toList());
        assertThat(told(merged.results())).isEqualTo(told(whole.results()));
        assertThat(merged.ledger()).isEqualTo(whole.ledger());
        Set<CellId> both = new HashSet<>(played(one));
        both.retainAll(played(two));
        assertThat(both).isEmpty();
        assertThat(merged.manifest().origin()).isPresent();
        assertThat(merged.manifest().origin().orElseThrow().seed())
                .as("one seed, so that a cell of the merged run can be played again")
                .isEqualTo(RunRecord.load(one.directory())
                        .manifest()
                        .origin()
                        .orElseThrow()
                        .seed());
    }

    @Test
    void whatFailsInAShardFailsInTheWholeAndKeepsItsRecording() {
        Selection injected = SMALL.withInject("logout-central-session-survives").withScenarios(List.of("logout/*"));
        RunOutcome one = shard(injected, 1, CellTimes.NONE);
        RunOutcome two = shard(injected, 2, CellTimes.NONE);
        RunRecord merged = merged(one, two);
        assertThat(merged.with(Verdict.FAILED))
                .isNotEmpty()
                .allSatisfy(r -> assertThat(Files.isRegularFile(
                                merged.directory().attachment(r.attachments().get("har"))))
                        .isTrue())
                .hasSize(one.ledger().count(Verdict.FAILED) + two.ledger().count(Verdict.FAILED));
    }
}
