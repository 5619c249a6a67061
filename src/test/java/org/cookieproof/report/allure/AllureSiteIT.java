package org.cookieproof.report.allure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.cookieproof.report.HostileRun;
import org.cookieproof.report.Reports;
import org.cookieproof.report.SampleRun;
import org.cookieproof.result.Ledger;
import org.cookieproof.result.RunDirectory;
import org.cookieproof.result.RunRecord;
import org.cookieproof.result.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With Allure's own command, which the build unpacks below {@code target/}. */
class AllureSiteIT {

    @TempDir
    Path reports;

    @Test
    void itsCountIsTheLedgersAndHistoryGoesOn() throws Exception {
        RunDirectory first = sample("first");
        RunDirectory second = sample("second");
        AllureSite site = new AllureSite(program());

        assertThat(site.write(first, Optional.empty())).isEmpty();
        assertThat(site.write(second, Optional.of(first))).isEmpty();

        Ledger ledger = RunRecord.load(second).ledger();
        JsonNode counted = read(second, "widgets/summary.json").path("statistic");
        assertThat(counted.path("total").asInt()).isEqualTo(ledger.planned());
        assertThat(counted.path("failed").asInt()).isEqualTo(ledger.count(Verdict.FAILED));
        assertThat(counted.path("broken").asInt()).isEqualTo(ledger.count(Verdict.BROKEN));
        assertThat(counted.path("passed").asInt())
                .isEqualTo(ledger.count(Verdict.PASSED) + ledger.count(Verdict.FLAKY));
        assertThat(counted.path("skipped").asInt())
                .isEqualTo(ledger.count(Verdict.KNOWN)
                        + ledger.count(Verdict.NOT_APPLICABLE)
                        + ledger.count(Verdict.NOT_RUN));
        assertThat(counted.path("unknown").asInt()).isZero();
        assertThat(read(second, "widgets/history-trend.json")).hasSize(2);
    }

    @Test
    void whatAHostileTargetSentCountsLikeAnythingElse() throws Exception {
        RunDirectory run = new RunDirectory(reports.resolve("hostile"));
        HostileRun.write(run);
        Reports.writeAll(run);
        assertThat(new AllureSite(program()).write(run, Optional.empty())).isEmpty();
        assertThat(read(run, "widgets/summary.json")
                        .path("statistic")
                        .path("total")
                        .asInt())
                .isEqualTo(Verdict.values().length + 1); // and the signal that a plan gates on
    }

    @Test
    void aProgramThatFailsIsToldOf() throws Exception {
        RunDirectory run = sample("run");
        assertThat(new AllureSite(Path.of("/bin/false")).write(run, Optional.empty()))
                .get()
                .asString()
                .contains("/bin/false ended with 1");
        assertThat(new AllureSite(reports.resolve("none")).write(run, Optional.empty()))
                .get()
                .asString()
                .contains("could not be started");
    }

    private RunDirectory sample(String name) {
        RunDirectory run = new RunDirectory(reports.resolve(name));
        SampleRun.write(run.root());
        Reports.writeAll(run);
        return run;
    }

    private static JsonNode read(RunDirectory run, String file) throws IOException {
        return new ObjectMapper().readTree(AllureSite.site(run).resolve(file).toFile());
    }

    private static Path program() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("target", "allure-commandline"))) {
            return folders.map(f -> f.resolve("bin").resolve("allure"))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("the build has not unpacked Allure's command"));
        }
    }
}
