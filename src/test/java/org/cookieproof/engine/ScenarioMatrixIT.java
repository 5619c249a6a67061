package org.cookieproof.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cookieproof.evidence.Finding;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.ResultsFile;
import org.cookieproof.result.RunDirectory;
import org.junit.platform.suite.api.AfterSuite;
import org.junit.platform.suite.api.BeforeSuite;
import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectDirectories;
import org.junit.platform.suite.api.Suite;

/**
 * The local plan as tests: the same cells, through the same runner, as {@code ./cookieproof run}. A healthy farm has no
 * finding, not even a warning, that no known issue names.
 */
@Suite
@IncludeEngines("cookieproof")
@SelectDirectories("scenarios")
@ConfigurationParameter(key = "cookieproof.reports", value = ScenarioMatrixIT.REPORTS)
class ScenarioMatrixIT {

    static final String REPORTS = "target/scenario-matrix";

    /** Runs of earlier builds, which are not this one's evidence. */
    private static List<Path> before = List.of();

    @BeforeSuite
    static void rememberEarlierRuns() throws IOException {
        before = runs();
    }

    @AfterSuite
    static void noCellHasAFindingThatNoKnownIssueNames() throws IOException {
        List<Path> played = runs().stream().filter(run -> !before.contains(run)).toList();
        assertThat(played).hasSize(1);

        List<CellResult> results =
                ResultsFile.read(new RunDirectory(played.get(0)).results()).results();

        assertThat(results)
                .allSatisfy(r -> assertThat(unknown(r))
                        .as(r.cell() + " " + r.verdict() + " " + r.reason())
                        .isEmpty());
        assertThat(results.stream()
                        .filter(r -> r.verdict().executed())
                        .map(r -> r.cell().profile())
                        .collect(Collectors.toSet()))
                .hasSizeGreaterThan(10);
    }

    private static List<Path> runs() throws IOException {
        Path reports = Path.of(REPORTS);
        if (!Files.isDirectory(reports)) {
            return List.of();
        }
        try (Stream<Path> runs = Files.list(reports)) {
            return runs.toList();
        }
    }

    private static List<Finding> unknown(CellResult result) {
        return result.findings().stream()
                .filter(f -> result.known().stream().noneMatch(k -> k.explains(f.fingerprint())))
                .toList();
    }
}
