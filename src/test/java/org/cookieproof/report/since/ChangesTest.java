package org.cookieproof.report.since;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.cookieproof.evidence.CellId;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.ProfileId;
import org.cookieproof.evidence.ScenarioId;
import org.cookieproof.evidence.Severity;
import org.cookieproof.http.Scheme;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.ResultsFile;
import org.cookieproof.result.RunDirectory;
import org.cookieproof.result.RunKey;
import org.cookieproof.result.RunManifest;
import org.cookieproof.result.RunRecord;
import org.cookieproof.result.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangesTest {

    @TempDir
    Path reports;

    @Test
    void whatBothLookedForIsNewOrGone() {
        RunKey first = key("20261121-1-farm", Optional.empty());
        write(first, failed("a", "stays", "goes"), passed("b"), failed("c", "only there"));
        RunRecord now = write(
                key("20261121-2-farm", Optional.empty()),
                failed("a", "stays"),
                failed("b", "comes"),
                failed("d", "first"));

        Changes changes = Changes.between(EarlierRuns.of(now).orElseThrow(), now);

        assertThat(changes.appeared()).containsExactly(finding("comes").fingerprint());
        assertThat(changes.firstSeen()).containsExactly(finding("first").fingerprint());
        assertThat(changes.gone()).containsOnlyKeys(finding("goes").fingerprint());
        assertThat(changes.unlooked()).containsOnlyKeys(finding("only there").fingerprint());
        assertThat(changes.isNew(finding("stays").fingerprint())).isFalse();
    }

    @Test
    void aCellThatBrokeShowsNothing() {
        write(key("20261121-1-farm", Optional.empty()), failed("a", "x"), passed("b"));
        RunRecord now = write(key("20261121-2-farm", Optional.empty()), broken("a"), passed("b"));
        Changes changes = Changes.between(EarlierRuns.of(now).orElseThrow(), now);
        assertThat(changes.gone()).isEmpty();
        assertThat(changes.unlooked()).containsOnlyKeys(finding("x").fingerprint());
    }

    @Test
    void onlyRunsOfTheSameTargetVariantAndRegressionAreCompared() {
        write(key("20261121-1-farm", Optional.empty()), passed("a"));
        write(key("20261121-2-farm", Optional.of("injected")), failed("a", "x"));
        RunRecord now = write(key("20261121-3-farm", Optional.empty()), passed("a"));
        assertThat(EarlierRuns.of(now)).get().extracting(EarlierRun::run).isEqualTo("20261121-1-farm");
    }

    @Test
    void aRunOfOtherCellsIsPassedOver() {
        write(key("20261121-1-farm", Optional.empty()), passed("a"));
        write(key("20261121-2-farm", Optional.empty()), passed("z"));
        RunRecord now = write(key("20261121-3-farm", Optional.empty()), passed("a"));
        assertThat(EarlierRuns.of(now)).get().extracting(EarlierRun::run).isEqualTo("20261121-1-farm");
    }

    @Test
    void theFirstAnswerStays() throws Exception {
        RunRecord first = write(key("20261121-1-farm", Optional.empty()), failed("a", "x"));
        RunRecord now = write(key("20261121-2-farm", Optional.empty()), passed("a"));
        EarlierRun found = EarlierRuns.of(now).orElseThrow();
        Files.delete(first.directory().manifest());
        Files.delete(first.directory().results());
        assertThat(EarlierRuns.of(now)).contains(found);
    }

    @Test
    void theFirstRunOfAllHasNothingToCompareWith() {
        RunRecord now = write(key("20261121-1-farm", Optional.empty()), passed("a"));
        assertThat(EarlierRuns.of(now)).isEmpty();
        assertThat(now.directory().root().resolve("since.json")).doesNotExist();
    }

    private static RunKey key(String run, Optional<String> regression) {
        return new RunKey(run, "farm", "default", regression);
    }

    /** A cell before its run has a name. */
    private interface Cell {
        CellResult in(RunKey run);
    }

    private static Cell passed(String scenario) {
        return run -> result(run, scenario, Verdict.PASSED, List.of());
    }

    private static Cell broken(String scenario) {
        return run -> result(run, scenario, Verdict.BROKEN, List.of());
    }

    private static Cell failed(String scenario, String... subjects) {
        List<Finding> findings = new ArrayList<>();
        for (String subject : subjects) {
            findings.add(finding(subject));
        }
        return run -> result(run, scenario, Verdict.FAILED, findings);
    }

    private static Finding finding(String subject) {
        return new Finding(
                "check", "T1", Severity.ERROR, subject, "this", "that", OptionalInt.empty(), Optional.empty());
    }

    private static CellResult result(RunKey run, String scenario, Verdict verdict, List<Finding> findings) {
        return new CellResult(
                run,
                new CellId(new ScenarioId(scenario), new ProfileId("curl"), Scheme.HTTPS),
                scenario,
                "",
                verdict,
                verdict == Verdict.PASSED ? "" : "because",
                1,
                List.of(),
                findings,
                Map.of());
    }

    /** Started at the hour that its name says. */
    private RunRecord write(RunKey key, Cell... cells) {
        RunDirectory directory = new RunDirectory(reports.resolve(key.run()));
        List<CellResult> results = new ArrayList<>();
        for (Cell cell : cells) {
            results.add(cell.in(key));
        }
        Instant started = Instant.parse("2026-11-21T0" + key.run().charAt(9) + ":00:00Z");
        new RunManifest(
                        key,
                        started,
                        "",
                        results.stream().map(CellResult::cell).toList(),
                        Map.of(),
                        Map.of(),
                        List.of())
                .write(directory.manifest());
        try (ResultsFile file = ResultsFile.open(directory.results())) {
            results.forEach(file::append);
        }
        return RunRecord.load(directory);
    }
}
