package org.cookieproof.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cookieproof.evidence.Severity;
import org.cookieproof.report.CellArchive;
import org.cookieproof.report.Reports;
import org.cookieproof.report.har.HarArchive;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a target sends, each cell ends with a reason, and the run goes on. */
class HostileTargetIT {

    private static final List<String> CANNOT_BE_USED =
            List.of("redirects0", "endless-body", "slow", "bomb", "reset", "silent");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"okhttp", "curl", "chromium-headless-shell"})
    void everyCellEndsWithAReasonAndTheRunGoesOn(String profile) throws IOException {
        Map<String, String> steps = new LinkedHashMap<>();
        CANNOT_BE_USED.forEach(path -> steps.put(path, HostileRuns.visit("/" + path)));
        List.of("bad-gzip", "cookies", "header", "scripts", "fine")
                .forEach(path -> steps.put(path, HostileRuns.visit("/" + path)));

        RunOutcome outcome = HostileRuns.play(directory, 240, List.of(profile), steps);

        assertThat(outcome.results())
                .hasSize(steps.size())
                .allSatisfy(r -> assertThat(r.verdict())
                        .as(r.cell() + " " + r.reason())
                        .isIn(Verdict.PASSED, Verdict.FAILED, Verdict.BROKEN));
        assertThat(outcome.results())
                .filteredOn(r -> r.verdict() != Verdict.PASSED)
                .allSatisfy(r -> assertThat(r.reason()).as(r.cell().toString()).isNotBlank())
                .allSatisfy(
                        r -> assertThat(r.attachments()).as(r.cell().toString()).containsKey(CellArchive.HAR))
                .allSatisfy(r -> assertThat(HarArchive.read(outcome.directory()
                                        .attachment(r.attachments().get(CellArchive.HAR)))
                                .exchanges())
                        .as("recorded of " + r.cell())
                        .isNotEmpty());
        assertThat(outcome.results())
                .filteredOn(r -> CANNOT_BE_USED.contains(name(r)))
                .allSatisfy(r ->
                        assertThat(r.verdict()).as(r.cell() + " " + r.reason()).isIn(Verdict.BROKEN, Verdict.FAILED));
        assertThat(of(outcome, "bomb").reason()).contains("a body longer than");
        assertThat(of(outcome, "silent").verdict()).isEqualTo(Verdict.BROKEN);
        if (!profile.equals("curl")) { // which decodes nothing
            assertThat(of(outcome, "bad-gzip").verdict()).isIn(Verdict.BROKEN, Verdict.FAILED);
        }
        assertThat(of(outcome, "fine").verdict())
                .as(of(outcome, "fine").reason())
                .isEqualTo(Verdict.PASSED);
        Reports.writeAll(outcome.directory());
        assertThat(Files.readString(outcome.directory().index()))
                .doesNotContain(HostileTargetProvider.SCRIPT)
                .doesNotContain(HostileTargetProvider.IMAGE);
    }

    @Test
    void aCellThatTakesTooLongIsCutOff() throws IOException {
        RunOutcome outcome =
                HostileRuns.play(directory, 3, List.of("okhttp"), Map.of("slow", HostileRuns.visit("/slow")));
        assertThat(of(outcome, "slow").verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(of(outcome, "slow").reason()).contains("cut off", "time limit of 3 s");
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.COULD_NOT_RUN);
    }

    @Test
    void aHostThatIsNotTheTargetsIsToldAndFailsNothing() throws IOException {
        RunOutcome outcome = HostileRuns.play(
                directory,
                240,
                List.of("chromium-headless-shell"),
                Map.of("elsewhere", HostileRuns.visit("/elsewhere")));
        CellResult cell = of(outcome, "elsewhere");
        assertThat(cell.verdict()).as(cell.reason()).isEqualTo(Verdict.PASSED);
        assertThat(cell.findings()).anySatisfy(f -> {
            assertThat(f.severity()).isEqualTo(Severity.WARNING);
            assertThat(f.check()).isEqualTo("target-hosts-only");
            assertThat(f.subject()).isEqualTo("host images.elsewhere.test");
        });
    }

    private static String name(CellResult result) {
        return result.cell().scenario().value().replace("hostile/", "");
    }

    private static CellResult of(RunOutcome outcome, String scenario) {
        return outcome.results().stream()
                .filter(r -> name(r).equals(scenario))
                .findFirst()
                .orElseThrow();
    }
}
