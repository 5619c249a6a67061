package org.cookieproof.report.allure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cookieproof.report.SampleRun;
import org.cookieproof.result.Ledger;
import org.cookieproof.result.RunDirectory;
import org.cookieproof.result.RunRecord;
import org.cookieproof.result.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllureReportTest {

    @TempDir
    Path folder;

    @Test
    void countsAreTheLedgers() throws Exception {
        RunRecord run = sample();
        List<JsonNode> tests = write(run);
        Ledger ledger = run.ledger();
        assertThat(tests).hasSize(ledger.planned());
        assertThat(count(tests, "failed")).isEqualTo(ledger.count(Verdict.FAILED));
        assertThat(count(tests, "broken")).isEqualTo(ledger.count(Verdict.BROKEN));
        assertThat(count(tests, "passed")).isEqualTo(ledger.count(Verdict.PASSED) + ledger.count(Verdict.FLAKY));
        assertThat(count(tests, "skipped"))
                .isEqualTo(ledger.count(Verdict.KNOWN)
                        + ledger.count(Verdict.NOT_APPLICABLE)
                        + ledger.count(Verdict.NOT_RUN));
    }

    @Test
    void historyIdsAreDistinctAndStayTheSame() throws Exception {
        RunRecord run = sample();
        List<String> first = histories(write(run));
        assertThat(first).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(histories(write(run)))).isEqualTo(new TreeSet<>(first));
    }

    @Test
    void aFailedCellHasStepsLabelsDetailsAndItsRecording() throws Exception {
        JsonNode test = write(sample()).stream()
                .filter(t -> t.path("status").asText().equals("failed"))
                .filter(t -> t.path("fullName").asText().contains("× firefox ×"))
                .findFirst()
                .orElseThrow();
        assertThat(test.path("name").asText())
                .isEqualTo("Logging out on one site ends the session on every site [firefox, https]");
        assertThat(test.path("steps").findValuesAsText("status"))
                .containsExactly("passed", "passed", "passed", "failed", "passed", "skipped");
        assertThat(test.path("statusDetails").path("trace").asText()).contains("deletion-matches-scope");
        List<String> labels = new ArrayList<>();
        test.path("labels")
                .forEach(l -> labels.add(
                        l.path("name").asText() + "=" + l.path("value").asText()));
        assertThat(labels).contains("suite=firefox", "feature=logout", "tag=gate", "profile=firefox", "scheme=https");
        assertThat(test.path("attachments")).hasSize(4);
        for (JsonNode attachment : test.path("attachments")) {
            assertThat(folder.resolve("allure-results")
                            .resolve(attachment.path("source").asText()))
                    .isNotEmptyFile();
        }
    }

    @Test
    void flakyAndKnownAreFlagged() throws Exception {
        List<JsonNode> tests = write(sample());
        assertThat(tests)
                .filteredOn(t -> t.path("statusDetails").path("flaky").asBoolean())
                .hasSize(1);
        assertThat(tests)
                .filteredOn(t -> t.path("statusDetails").path("known").asBoolean())
                .singleElement()
                .satisfies(
                        t -> assertThat(t.path("statusDetails").path("message").asText())
                                .contains("until 2027-03-01"));
    }

    @Test
    void whatStoodInTheFolderIsReplaced() throws Exception {
        Path stale = folder.resolve("allure-results/old/stale-result.json");
        Files.createDirectories(stale.getParent());
        Files.writeString(stale, "{}");
        write(sample());
        assertThat(stale).doesNotExist();
    }

    private RunRecord sample() {
        SampleRun.write(folder.resolve("run"));
        return RunRecord.load(new RunDirectory(folder.resolve("run")));
    }

    private List<JsonNode> write(RunRecord run) throws IOException {
        Path results = folder.resolve("allure-results");
        AllureReport.write(run, results);
        List<JsonNode> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(results)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith("-result.json")).toList()) {
                tests.add(new ObjectMapper().readTree(file.toFile()));
            }
        }
        return tests;
    }

    private static long count(List<JsonNode> tests, String status) {
        return tests.stream()
                .filter(t -> t.path("status").asText().equals(status))
                .count();
    }

    private static List<String> histories(List<JsonNode> tests) {
        return tests.stream().map(t -> t.path("historyId").asText()).toList();
    }
}
