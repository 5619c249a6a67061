package org.cookieproof.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cookieproof.result.ResultsFileTest.RUN;
import static org.cookieproof.result.ResultsFileTest.cell;
import static org.cookieproof.result.ResultsFileTest.plain;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.cookieproof.evidence.ProfileId;
import org.cookieproof.evidence.Role;
import org.cookieproof.evidence.ScenarioId;
import org.cookieproof.evidence.ServerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecordTest {

    private static final Instant START = Instant.parse("2026-11-21T21:16:34Z");

    @TempDir
    Path folder;

    @Test
    void plannedCellsWithoutALineAreNotRun() {
        RunDirectory run = new RunDirectory(folder);
        manifest().write(run.manifest());
        append(run, plain("b"));

        List<CellResult> results = RunDirectory.completeResults(run);

        assertThat(results).extracting(CellResult::cell).containsExactly(cell("a"), cell("b"), cell("c"));
        assertThat(results)
                .extracting(CellResult::verdict)
                .containsExactly(Verdict.NOT_RUN, Verdict.PASSED, Verdict.NOT_RUN);
        assertThat(results.get(0).reason()).isEqualTo("the run ended first");
        assertThat(results.get(0).title()).isEqualTo("The sentence of a");
        assertThat(RunRecord.load(run).ledger().planned()).isEqualTo(3);
        assertThat(RunRecord.load(run).took()).isEmpty();
    }

    @Test
    void theLaterOfTwoLinesForOneCellCounts() {
        RunDirectory run = new RunDirectory(folder);
        manifest().write(run.manifest());
        CellResult first = new CellResult(
                RUN, cell("a"), "t", "", Verdict.BROKEN, "no display", 1, List.of(), List.of(), Map.of());
        append(run, first, plain("a"));
        assertThat(RunDirectory.completeResults(run)).hasSize(3).first().isEqualTo(plain("a"));
    }

    @Test
    void theManifestIsReadBack() {
        Path file = folder.resolve("plan.json");
        manifest().write(file);
        RunManifest read = RunManifest.read(file).orElseThrow();
        assertThat(read)
                .usingRecursiveComparison()
                .ignoringFieldsOfTypes(Pattern.class)
                .isEqualTo(manifest());
        assertThat(read.exceptions().get(0).path().pattern()).isEqualTo("/wiki/.*");
    }

    @Test
    void theLedgerIsReadBackAndAddsUp() throws Exception {
        RunDirectory run = new RunDirectory(folder);
        manifest().write(run.manifest());
        append(run, plain("a"), plain("b"), plain("c"));
        Ledger ledger = RunRecord.load(run).ledger();
        new LedgerFile(RUN, ledger, START.plusSeconds(90)).write(run.ledger());

        assertThat(LedgerFile.read(run.ledger())).contains(new LedgerFile(RUN, ledger, START.plusSeconds(90)));
        assertThat(RunRecord.load(run).took()).contains(Duration.ofSeconds(90));
        String json = Files.readString(run.ledger());
        for (String member :
                List.of("planned", "passed", "failed", "known", "flaky", "notApplicable", "notRun", "broken")) {
            assertThat(json).contains("\"" + member + "\"");
        }
    }

    @Test
    void aLedgerThatDoesNotAddUpIsRefused() throws Exception {
        RunDirectory run = new RunDirectory(folder);
        append(run, plain("a"));
        new LedgerFile(RUN, RunRecord.load(run).ledger(), START).write(run.ledger());
        Files.writeString(run.ledger(), Files.readString(run.ledger()).replace("\"planned\" : 1", "\"planned\" : 2"));
        assertThatThrownBy(() -> LedgerFile.read(run.ledger())).hasMessageContaining("does not add up");
    }

    @Test
    void resultsAloneAreARunToo() {
        RunDirectory run = new RunDirectory(folder);
        append(run, plain("a"));
        assertThat(RunRecord.load(run).results()).containsExactly(plain("a"));
        assertThat(RunRecord.load(run).startedAt()).isEmpty();
    }

    @Test
    void linesOfAnotherRunAreRefused() {
        RunDirectory run = new RunDirectory(folder);
        manifest().write(run.manifest());
        append(
                run,
                new CellResult(
                        new RunKey("r2", "farm", "default", Optional.empty()),
                        cell("a"),
                        "t",
                        "",
                        Verdict.PASSED,
                        "",
                        1,
                        List.of(),
                        List.of(),
                        Map.of()));
        assertThatThrownBy(() -> RunRecord.load(run)).hasMessageContaining("r2");
    }

    @Test
    void anEmptyFolderIsNoRun() {
        assertThatThrownBy(() -> RunRecord.load(new RunDirectory(folder))).hasMessageContaining("no run here");
    }

    @Test
    void attachmentsStayInTheRunsFolder() {
        RunDirectory run = new RunDirectory(folder);
        assertThat(run.relative(run.attachment("recordings/x.har"))).isEqualTo("recordings/x.har");
        assertThatThrownBy(() -> run.attachment("../../etc/passwd")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> run.attachment("/etc/passwd")).isInstanceOf(IllegalArgumentException.class);
    }

    private static void append(RunDirectory run, CellResult... results) {
        try (ResultsFile file = ResultsFile.open(run.results())) {
            for (CellResult result : results) {
                file.cellFinished(result);
            }
        }
    }

    private static RunManifest manifest() {
        return new RunManifest(
                RUN,
                START,
                "ci/local.yaml",
                List.of(cell("a"), cell("b"), cell("c")),
                Map.of(
                        new ScenarioId("a"),
                        new RunManifest.AboutScenario(
                                "The sentence of a", List.of("T124409"), Set.of("gate", "logout"))),
                Map.of(new ProfileId("curl"), new RunManifest.AboutProfile("curl 8", "http-client")),
                List.of(new ServerException(
                        "no-secure-on-http",
                        Set.of(Role.FIRST, Role.OTHER),
                        Pattern.compile("/wiki/.*"),
                        Pattern.compile("forceHTTPS"),
                        "by design",
                        "T1")));
    }
}
