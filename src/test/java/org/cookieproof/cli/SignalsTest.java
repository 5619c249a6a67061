package org.cookieproof.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cookieproof.result.SignalMove;
import org.cookieproof.result.SignalMoves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run reads the target's own numbers before and after, and a plan may say how far they may move. */
class SignalsTest {

    @TempDir
    private Path home;

    private final WireMockServer metrics =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    private MoodyProject project;

    @BeforeEach
    void start() {
        project = new MoodyProject(home);
        metrics.start();
    }

    @AfterEach
    void stop() {
        metrics.stop();
    }

    /** The page as it is at the first reading, and at all others. */
    private void counts(String first, String then) {
        metrics.stubFor(get("/metrics")
                .inScenario("counting")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(ok(first))
                .willSetStateTo("counted"));
        metrics.stubFor(get("/metrics")
                .inScenario("counting")
                .whenScenarioStateIs("counted")
                .willReturn(ok(then)));
    }

    private void signals(String signals) throws IOException {
        String target = Files.readString(home.resolve("ci/targets/moody.yaml"));
        project.write("ci/targets/moody.yaml", target + "signals:\n" + signals);
    }

    private void page() throws IOException {
        signals("  badtoken: { metrics: \"http://127.0.0.1:" + metrics.port()
                + "/metrics\", counts: 'logins\\{result=\"badtoken\"' }\n");
    }

    private void gate(int most) {
        project.write(
                "ci/local.yaml",
                "plan: Local\ntarget: moody\ngates:\n  signals: { badtoken: { most: " + most + " } }\n");
    }

    private SignalMove only() {
        SignalMoves moves = SignalMoves.read(project.last().directory().signals());
        assertThat(moves.moves()).hasSize(1);
        return moves.moves().get(0);
    }

    private String report() throws IOException {
        return Files.readString(project.last().directory().index());
    }

    @Test
    void whatMovedIsToldAndStored() throws IOException {
        page();
        counts("logins{result=\"badtoken\"} 3\n", "logins{result=\"badtoken\"} 9\n");
        assertThat(project.cookieproof("run")).isZero();
        assertThat(project.out.toString()).contains("Signals of the target", "badtoken: 3 → 9, moved by 6");
        assertThat(only().moved()).isEqualTo(6);
        assertThat(report()).contains("3 → 9, moved by 6", "does not say");
    }

    @Test
    void oneWhereItMovedFurtherThanThePlanLetsIt() throws IOException {
        page();
        gate(5);
        counts("logins{result=\"badtoken\"} 3\n", "logins{result=\"badtoken\"} 9\n");
        assertThat(project.cookieproof("run", "--format", "github")).isEqualTo(1);
        assertThat(only().exceeds()).isTrue();
        assertThat(report()).contains("did not keep to the plan", "exceeded");
        assertThat(project.out.toString()).contains("::error title=signal badtoken::3 → 9, moved by 6, at most 5");
    }

    @Test
    void zeroWhereItKeptToThePlan() throws IOException {
        page();
        gate(6);
        counts("logins{result=\"badtoken\"} 3\n", "logins{result=\"badtoken\"} 9\n");
        assertThat(project.cookieproof("run")).isZero();
    }

    @Test
    void whatACounterThatBeganAnewHasCountedSinceIsItsMove() throws IOException {
        page();
        gate(5);
        counts("logins{result=\"badtoken\"} 100\n", "logins{result=\"badtoken\"} 6\n");
        assertThat(project.cookieproof("run")).isEqualTo(1);
        assertThat(only().moved()).isEqualTo(6);
    }

    @Test
    void threeWhereThePlanAsksForWhatCannotBeRead() throws IOException {
        page();
        metrics.stubFor(get("/metrics").willReturn(aResponse().withStatus(404)));
        assertThat(project.cookieproof("run")).isZero();
        assertThat(project.out.toString()).contains("badtoken: could not be read: before the run: ", "answers 404");
        gate(5);
        assertThat(project.cookieproof("run")).isEqualTo(3);
        assertThat(report()).contains("cannot be told");
    }

    @Test
    void aRedirectIsNotFollowedWhereverItLeads() throws IOException {
        page();
        gate(5);
        metrics.stubFor(get("/metrics").willReturn(aResponse().withStatus(302).withHeader("Location", "/else")));
        metrics.stubFor(get("/else").willReturn(ok("logins{result=\"badtoken\"} 3\n")));
        assertThat(project.cookieproof("run")).isEqualTo(3);
        assertThat(only().unread()).hasValueSatisfying(why -> assertThat(why).contains("answers 302"));
    }

    @Test
    void theTargetsOwnPageIsReadThroughTheTap() throws IOException {
        signals("  visits: { metrics: \"http://moody.test/metrics\", counts: wgUserName }\n");
        assertThat(project.cookieproof("run")).isZero();
        assertThat(only().unread()).hasValueSatisfying(why -> assertThat(why).contains("no metric there is like"));
    }

    @Test
    void theLinesOfALogAreCountedByItsCommand() throws IOException {
        signals("  badtoken: { command: [sh, -c, \"echo session badtoken >> log; cat log\"], counts: badtoken }\n");
        gate(0);
        assertThat(project.cookieproof("run")).isEqualTo(1);
        assertThat(only().told()).isEqualTo("1 → 2, moved by 1, at most 0");
        assertThat(home.resolve("ci/targets/log")).exists();
    }

    @Test
    void aLogThatHasFewerLinesThanBeforeWasRotatedAndTellsNothing() throws IOException {
        signals("  badtoken: { command: [sh, -c, \"cat log; echo badtoken > log\"], counts: badtoken }\n");
        project.write("ci/targets/log", "badtoken\nbadtoken\n");
        gate(5);
        assertThat(project.cookieproof("run")).isEqualTo(3);
        assertThat(only().unread()).hasValueSatisfying(why -> assertThat(why).contains("fewer lines than before"));
    }

    /** The URL that the file holds is served by nobody the target's provider started. */
    @Test
    void whatTheTargetDoesNotServeIsAskedOfNobody() throws IOException {
        signals("  visits: { metrics: \"https://moody.test/metrics\", counts: wgUserName }\n");
        assertThat(project.cookieproof("run")).isZero();
        assertThat(only().unread())
                .hasValueSatisfying(why -> assertThat(why)
                        .contains("https://moody.test/metrics is asked of nobody: it is not served by this target"));
    }

    @Test
    void aPageBesideItsHostsPortsIsReadAtItsAddressThroughTheTapWithTheTargetsFields() {
        metrics.stubFor(get("/metrics")
                .withHost(equalTo("metrics.ours.example"))
                .withHeader("X-Debug", equalTo("1"))
                .willReturn(ok("logins{result=\"badtoken\"} 3\n")));
        project.write("ci/targets/ours.yaml", """
                target: Ours
                provider: deployment
                flows: flows/mediawiki.yaml
                sites: { first: en.ours.example }
                schemes: [http]
                also-allowed: "metrics.ours.example:http"
                addresses: { en.ours.example: "127.0.0.1:PORT", "metrics.ours.example:http": "127.0.0.1:PORT" }
                request-headers: [ { name: X-Debug, value: "1", hosts: metrics.ours.example } ]
                signals:
                  badtoken: { metrics: "http://metrics.ours.example/metrics", counts: badtoken }
                """.replace("PORT", String.valueOf(metrics.port())));
        project.cookieproof("run", "--target", "ours");
        assertThat(only().told()).as(project.err.toString()).startsWith("3 → 3");
    }

    @Test
    void aCommandThatFailsOrIsNotThereIsToldSo() throws IOException {
        signals("  badtoken: { command: [cat, no-such-log], counts: badtoken }\n");
        assertThat(project.cookieproof("run")).isZero();
        assertThat(only().unread()).hasValue("before the run: 'cat' ended with 1");
        gate(0);
        assertThat(project.cookieproof("run")).isEqualTo(3);
    }

    @Test
    void aPlanForAnyTargetCannotBeKeptWhereTheTargetNamesNoSuchSignal() {
        project.write("ci/any.yaml", "plan: A\ntarget: any\ngates:\n  signals: { badtoken: { most: 5 } }\n");
        assertThat(project.cookieproof("run", "--plan", "any", "--target", "moody"))
                .isEqualTo(3);
        assertThat(project.out.toString()).contains("badtoken: could not be read: the target names no such signal");
    }
}
