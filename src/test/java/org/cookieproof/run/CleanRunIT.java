package org.cookieproof.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.cookieproof.result.Verdict;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** A healthy farm has no finding: twice more, after ScenarioMatrixIT, which holds the whole local plan to it. */
class CleanRunIT {

    @TempDir
    private Path reports;

    @RepeatedTest(2)
    void aHealthyFarmHasNoFinding() {
        RunOutcome outcome = Runs.play(
                Selection.ofPlan("local").withProfiles(List.of("chromium-headless-shell", "okhttp")), reports);
        assertThat(outcome.results())
                .allSatisfy(r -> assertThat(r.findings())
                        .as(r.cell() + " " + r.verdict() + " " + r.reason())
                        .isEmpty());
        assertThat(outcome.ledger().count(Verdict.BROKEN)).isZero();
        assertThat(outcome.ledger().executed()).isGreaterThan(50);
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.OK);
    }
}
