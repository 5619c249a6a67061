package org.cookieproof.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.cookieproof.result.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A login with each profile of {@code browsers/} whose driver's contract is tested with another one. */
class EveryBrowserIT {

    @TempDir
    private Path reports;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chromium-third-party-allowed",
                "chromium-emulating-pixel",
                "firefox-third-party-allowed",
                "webkitgtk-itp"
            })
    void logsIn(String profile) {
        passes("login/form-over-https", profile);
    }

    /** The harness's start page says nothing about phones, as many pages do, and is shown smaller than it is. */
    @Test
    void thePhoneReachesTheLinkOfAPageThatIsNotMadeForIt() {
        passes("login/from-a-link-of-another-site", "chromium-emulating-pixel");
    }

    private void passes(String scenario, String profile) {
        RunOutcome outcome = Runs.play(
                Selection.ofPlan("local").withProfiles(List.of(profile)).withScenarios(List.of(scenario)), reports);
        assertThat(outcome.results())
                .isNotEmpty()
                .allSatisfy(r -> assertThat(r.verdict())
                        .as(r.cell() + " " + r.reason() + " " + r.findings())
                        .isEqualTo(Verdict.PASSED));
    }
}
