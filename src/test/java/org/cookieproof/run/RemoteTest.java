package org.cookieproof.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cookieproof.result.Verdict;
import org.junit.jupiter.api.Test;

class RemoteTest {

    private static final Remote REMOTE =
            new Remote(URI.create("http://127.0.0.1:4444"), 3, InetAddress.getLoopbackAddress());

    private static PlannedRun plan(String profile, String scenario) {
        return REMOTE.plan(
                Runs.plan(
                        Selection.ofPlan("local").withProfiles(List.of(profile)).withScenarios(List.of(scenario))),
                Catalog.load());
    }

    private static List<Verdict> decided(PlannedRun run) {
        return run.cells().stream()
                .map(PlannedCell::decided)
                .flatMap(Optional::stream)
                .map(PlannedCell.Decided::verdict)
                .distinct()
                .toList();
    }

    @Test
    void whatStartsTheBrowserAgainIsNotApplicableThere() {
        PlannedRun run = plan("chromium-webdriver", "login/remembered");
        assertThat(run.cells()).isNotEmpty().allMatch(c -> c.decided().isPresent());
        assertThat(decided(run)).containsExactly(Verdict.NOT_APPLICABLE);
    }

    @Test
    void whatIsPlayedHereStaysAsItWas() {
        assertThat(decided(plan("chromium", "login/remembered"))).isEmpty();
        assertThat(decided(plan("chromium-webdriver", "login/form-over-https"))).isEmpty();
    }

    @Test
    void noMoreBrowsersAreAskedForThanTheGridHasSlots() {
        assertThat(crew("chromium-webdriver", 0).browsers()).isEqualTo(3);
        assertThat(crew("chromium-webdriver", 7).browsers()).isEqualTo(3);
        assertThat(crew("chromium-webdriver", 7).cells()).isEqualTo(7);
        assertThat(crew("chromium", 7).browsers()).isEqualTo(7);
    }

    private static Crew crew(String profile, int jobs) {
        return Runs.runner(new RunOptions(Path.of("reports"), jobs, false, false).with(REMOTE))
                .crew(plan(profile, "l*/*"));
    }
}
