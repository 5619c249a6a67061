package org.cookieproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.cookieproof.report.har.HarArchive;
import org.cookieproof.result.Attempt;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.RunDirectory;
import org.cookieproof.result.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlakyCellsTest {

    @TempDir
    private Path home;

    private MoodyProject project;

    @BeforeEach
    void makeTheProject() {
        project = new MoodyProject(home);
    }

    @Test
    void aCellThatPassesOnRetryIsFlakyAndBothRecordingsAreKept() {
        project.answers("500 200");
        project.cookieproof("run", "--retries", "3");
        CellResult result = project.only();
        assertThat(result.verdict()).isEqualTo(Verdict.FLAKY);
        assertThat(result.reason()).startsWith("1 failed, 1 passed of 2 attempts: no-server-error: ");
        assertThat(result.findings()).anyMatch(f -> f.check().equals("no-server-error"));
        assertThat(statuses(result)).containsExactly(List.of(500), List.of(200));
        assertThat(result.attachments()).isEqualTo(result.attempts().get(0).attachments());
        assertThat(project.last().ledger().planned()).isEqualTo(1);
    }

    @Test
    void aBrokenAttemptThatThenPassesIsFlakyToo() {
        project.answers("none 200");
        project.cookieproof("run", "--retries", "1");
        assertThat(project.only().verdict()).isEqualTo(Verdict.FLAKY);
        assertThat(project.only().attempts())
                .extracting(Attempt::verdict)
                .containsExactly(Verdict.BROKEN, Verdict.PASSED);
    }

    @Test
    void aFailureAmongBrokenAttemptsIsAFailure() {
        project.answers("none 500");
        assertThat(project.cookieproof("run", "--retries", "1")).isEqualTo(1);
        assertThat(project.only().reason()).startsWith("1 broken, 1 failed of 2 attempts: no-server-error: ");
    }

    @Test
    void whatFailsEveryTimeIsFailed() {
        project.answers("500");
        assertThat(project.cookieproof("run", "--retries", "2")).isEqualTo(1);
        assertThat(project.only().attempts()).hasSize(3);
        assertThat(project.only().reason()).startsWith("3 failed of 3 attempts: ");
    }

    @Test
    void aRepeatedCellIsPlayedThatOftenAndItsCountsAreTold() {
        project.answers("200 200 500 200");
        project.cookieproof("run", "--repeat", "4");
        CellResult result = project.only();
        assertThat(result.verdict()).isEqualTo(Verdict.FLAKY);
        assertThat(result.reason()).startsWith("3 passed, 1 failed of 4 attempts: ");
        assertThat(result.attempts()).hasSize(4);
        assertThat(result.attempts().get(0).attachments()).containsKey("har");
        assertThat(result.attempts().get(2).attachments()).isEqualTo(result.attachments());
    }

    @Test
    void aRepeatedCellThatAlwaysPassesKeepsNothing() {
        project.cookieproof("run", "--repeat", "3");
        assertThat(project.only().verdict()).isEqualTo(Verdict.PASSED);
        assertThat(project.only().attempts())
                .hasSize(3)
                .allMatch(a -> a.verdict() == Verdict.PASSED && a.attachments().isEmpty());
    }

    @Test
    void aKnownIssueNeedHappenOnlyOnceAndIsNotRetried() {
        project.known("one", "9999-12-31");
        project.answers("200 500 200");
        assertThat(project.cookieproof("run", "--repeat", "3")).isZero();
        assertThat(project.only().verdict()).isEqualTo(Verdict.KNOWN);
        project.answers("500 200");
        assertThat(project.cookieproof("run", "--retries", "2")).isZero();
        assertThat(project.only().attempts()).hasSize(1);
        assertThat(project.only().known())
                .singleElement()
                .satisfies(cause -> assertThat(project.only().findings())
                        .filteredOn(f -> f.check().equals("no-server-error"))
                        .isNotEmpty()
                        .allMatch(f -> cause.explained().contains(f.fingerprint())));
    }

    @Test
    void thePlanMaySayHowOftenToRetry() {
        project.write("ci/local.yaml", "plan: Local\ntarget: moody\nretries: 1\n");
        project.answers("500 200");
        project.cookieproof("run");
        assertThat(project.only().verdict()).isEqualTo(Verdict.FLAKY);
        project.cookieproof("run", "--retries", "0");
        assertThat(project.only().verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void lastFailedPlaysWhatWasNotWellInTheLastRun() {
        project.write(
                "scenarios/two.yaml",
                "scenario: Two\nsource: [T1]\nschemes: [http]\nsteps:\n  - visit: { at: first }\n");
        project.write("ci/local.yaml", "plan: Local\ntarget: moody\njobs: 1\n");
        assertThat(project.cookieproof("run", "--last-failed")).isEqualTo(2);
        assertThat(project.err.toString()).contains("there is no earlier run of target 'moody'");
        project.answers("200 500");
        assertThat(project.cookieproof("run")).isEqualTo(1);
        String failed = project.last().with(Verdict.FAILED).get(0).cell().toString();
        project.answers("200");
        assertThat(project.cookieproof("run", "--last-failed")).isZero();
        assertThat(project.only().cell().toString()).isEqualTo(failed);
        assertThat(project.cookieproof("run", "--last-failed")).isEqualTo(2);
        assertThat(project.err.toString()).contains("none of the cells chosen failed, broke or was flaky");
    }

    private List<List<Integer>> statuses(CellResult result) {
        RunDirectory directory = project.last().directory();
        return result.attempts().stream()
                .map(a -> HarArchive.read(directory.attachment(a.attachments().get("har"))))
                .map(r -> r.exchanges().stream()
                        .map(e -> e.answer().orElseThrow().status())
                        .toList())
                .toList();
    }
}
