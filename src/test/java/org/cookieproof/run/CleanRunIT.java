package org.cookieproof.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.cookieproof.evidence.Finding;
import org.cookieproof.profile.Profile;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.Verdict;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A healthy farm has no finding: three times in a row, and whoever asks. */
class CleanRunIT {

    @TempDir
    private Path reports;

    @RepeatedTest(3)
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

    @Test
    void aHealthyFarmHasNoFindingThatNoKnownIssueNamesWhateverHttpClientAsks() {
        List<String> clients = Runs.plan(Selection.ofPlan("local")).cells().stream()
                .map(PlannedCell::profile)
                .filter(profile -> profile.kind() != Profile.Kind.BROWSER)
                .map(profile -> profile.id().value())
                .distinct()
                .toList();
        assertThat(clients).contains("okhttp", "curl", "wikipedia-android").hasSizeGreaterThan(6);

        RunOutcome outcome = Runs.play(Selection.ofPlan("local").withProfiles(clients), reports);

        assertThat(outcome.results())
                .allSatisfy(r -> assertThat(unknown(r))
                        .as(r.cell() + " " + r.verdict() + " " + r.reason())
                        .isEmpty());
        assertThat(outcome.ledger().count(Verdict.BROKEN)).isZero();
        assertThat(outcome.ledger().executed()).isGreaterThan(clients.size() * 20);
    }

    private static List<Finding> unknown(CellResult result) {
        return result.findings().stream()
                .filter(f -> result.known().stream().noneMatch(k -> k.explains(f.fingerprint())))
                .toList();
    }
}
