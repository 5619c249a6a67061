package org.cookieproof.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.cookieproof.driver.selenium.GridProbe;
import org.cookieproof.process.OwnProcesses;
import org.cookieproof.result.Attempt;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.Verdict;
import org.cookieproof.yaml.Position;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Browsers of a Selenium Grid: a hub and two nodes on loopback. Its jars are fetched before the first time, 30 MB. */
@Tag("nightly")
class GridIT {

    private static final String PROFILE = "chromium-webdriver";

    @TempDir
    private Path directory;

    private StartedGrid grid;

    @BeforeEach
    void start() throws Exception {
        grid = StartedGrid.in(Files.createDirectory(directory.resolve("grid")));
    }

    @AfterEach
    void stop() {
        grid.close();
    }

    private RunOutcome play(CellWatch watch, String... scenarios) {
        Remote remote = new Remote(grid.hub(), GridProbe.slots(grid.hub()), InetAddress.getLoopbackAddress());
        PlannedRun run = remote.plan(
                Runs.plan(
                        Selection.ofPlan("local").withProfiles(List.of(PROFILE)).withScenarios(List.of(scenarios))),
                Catalog.load());
        return Runs.runner(new RunOptions(directory.resolve("reports"), 0, false, false).with(remote))
                .run(run, Runs.UNHEARD, watch);
    }

    /** Two of them pass only where the run's certificates are trusted: otherwise nothing would be cached. */
    @Test
    void bothNodesPlayCellsThroughTheTapAndTrustIt() throws Exception {
        RunOutcome outcome = play(
                CellWatch.NOBODY,
                "login/form-over-https",
                "logout/this-session",
                "edit/back-keeps-the-preview",
                "logout/back-after-logout",
                "login/remembered");
        assertThat(outcome.results())
                .filteredOn(r -> !r.cell().scenario().value().equals("login/remembered"))
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(r -> assertThat(r.verdict())
                        .as(r.cell() + " " + r.reason() + " " + r.findings())
                        .isEqualTo(Verdict.PASSED));
        assertThat(outcome.results())
                .filteredOn(r -> r.cell().scenario().value().equals("login/remembered"))
                .isNotEmpty()
                .allSatisfy(r -> assertThat(r.verdict()).isEqualTo(Verdict.NOT_APPLICABLE))
                .allSatisfy(r -> assertThat(r.reason()).contains("not started again on its own profile"));
        int first = sessions("node-1");
        int second = sessions("node-2");
        assertThat(first).as("sessions of the first node").isPositive();
        assertThat(second).as("sessions of the second node").isPositive();
        assertThat(first + second).isEqualTo(outcome.ledger().count(Verdict.PASSED));
        assertThat(outcome.remains()).isEmpty();
        assertThat(OwnProcesses.awaitEnd(grid.ofItsBrowsers(), Duration.ofSeconds(20)))
                .as("browsers left on the nodes: " + grid.ofItsBrowsers())
                .isTrue();
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.OK);
    }

    private int sessions(String node) throws Exception {
        return grid.said(node).split("Session created by the Node", -1).length - 1;
    }

    @Test
    void aNodeThatDiesBreaksItsCell() {
        RunOutcome outcome = play(
                new CellWatch() {
                    @Override
                    public boolean beforeStep(int index, String title, Position at) {
                        if (index == 2) {
                            grid.killNodes();
                        }
                        return true;
                    }
                },
                "login/form-over-https");
        assertThat(outcome.results()).singleElement().satisfies(r -> {
            assertThat(r.verdict()).isEqualTo(Verdict.BROKEN);
            assertThat(reasons(r)).hasSize(2).allSatisfy(why -> assertThat(why).startsWith("the user agent: "));
        });
        assertThat(outcome.remains()).isEmpty();
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.COULD_NOT_RUN);
    }

    private static List<String> reasons(CellResult result) {
        return result.attempts().stream().map(Attempt::reason).toList();
    }
}
