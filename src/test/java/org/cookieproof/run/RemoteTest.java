package org.cookieproof.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cookieproof.result.Shard;
import org.cookieproof.result.Verdict;
import org.cookieproof.shard.CellTimes;
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
    void whatNeedsMoreSlotsThanThereAreIsNotApplicableThere() {
        Remote small = new Remote(URI.create("http://127.0.0.1:4444"), 1, InetAddress.getLoopbackAddress());
        PlannedRun run = plan("chromium-webdriver", "logout/in-one-of-two-user-agents");
        assertThat(decided(run)).isEmpty();
        assertThat(small.plan(run, Catalog.load()).cells())
                .isNotEmpty()
                .allSatisfy(c -> assertThat(c.decided().orElseThrow().reason())
                        .isEqualTo("its 2 user agents are open at once, and the Selenium Grid has one slot"));
    }

    @Test
    void aShardStaysOne() {
        PlannedRun whole = Runs.plan(Selection.ofPlan("local").withProfiles(List.of("chromium-webdriver")));
        PlannedRun part = new Sharding(Project.here(), CellTimes.NONE)
                .part(whole, Shard.of("1/2"), new RunOptions(Path.of("reports"), 0, false, false));
        assertThat(REMOTE.plan(part, Catalog.load()).part())
                .isEqualTo(part.part())
                .isPresent();
    }

    @Test
    void whatIsPlayedHereStaysAsItWas() {
        assertThat(decided(plan("chromium", "login/remembered"))).isEmpty();
        assertThat(decided(plan("chromium-webdriver", "login/form-over-https"))).isEmpty();
    }

    @Test
    void noMoreBrowsersAreAskedForThanTheGridHasSlots() {
        assertThat(crew("chromium-webdriver", "edit/*", 0).browsers()).isEqualTo(3);
        assertThat(crew("chromium-webdriver", "edit/*", 7).browsers()).isEqualTo(3);
        assertThat(crew("chromium-webdriver", "edit/*", 7).cells()).isEqualTo(7);
        assertThat(crew("chromium-webdriver", "l*/*", 7).browsers())
                .as("some cells of logout/ have two user agents")
                .isEqualTo(1);
        assertThat(crew("chromium", "l*/*", 7).browsers()).isEqualTo(7);
    }

    private static Crew crew(String profile, String scenario, int jobs) {
        return Runs.runner(new RunOptions(Path.of("reports"), jobs, false, false).with(REMOTE))
                .crew(plan(profile, scenario));
    }
}
