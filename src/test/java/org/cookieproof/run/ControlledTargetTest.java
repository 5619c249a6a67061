package org.cookieproof.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cookieproof.result.Verdict;
import org.cookieproof.yaml.InvalidFilesException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenarios that do something to the target itself: who can play them, and what is told of a slip of the pen. */
class ControlledTargetTest {

    @TempDir
    private Path directory;

    private Selection scenario(String steps) throws IOException {
        Path folder = Files.createDirectories(directory.resolve("scenarios"));
        Files.writeString(folder.resolve("x.yaml"), """
                scenario: Something is done to the target
                source: [T124126]
                steps:
                """ + steps.indent(2));
        return Selection.ofPlan("local").withScenarioFolder(folder).withProfiles(List.of("okhttp"));
    }

    private void isWrong(String step, String... told) throws IOException {
        Selection selection = scenario(step);
        assertThatThrownBy(() -> Runs.plan(selection))
                .isInstanceOf(InvalidFilesException.class)
                .hasMessageContaining("x.yaml:4")
                .hasMessageContainingAll(told);
    }

    @Test
    void aTargetThatCannotIsNotRunWithTheReason() throws IOException {
        PlannedRun run = Runs.plan(scenario("""
                - visit: { at: first }
                - advance-clock: { by: 61 min }
                """).withTarget("mediawiki"));
        assertThat(run.cells()).isNotEmpty().allSatisfy(cell -> {
            assertThat(cell.decided().orElseThrow().verdict()).isEqualTo(Verdict.NOT_RUN);
            assertThat(cell.decided().orElseThrow().reason()).contains("put its clock forward");
        });
    }

    @Test
    void aVariantThatTheTargetHasNotIsNotRunWithTheReason() throws IOException {
        PlannedRun run =
                Runs.plan(scenario("- switch-version: { to: secure-login }").withTarget("mediawiki"));
        assertThat(run.cells())
                .isNotEmpty()
                .allSatisfy(cell ->
                        assertThat(cell.decided().orElseThrow().verdict()).isEqualTo(Verdict.NOT_RUN));
    }

    @Test
    void mistakesAreToldWithPlaceAndRemedy() throws IOException {
        isWrong("- advance-clock: { by: an hour }", "61 min");
        isWrong("- advance-clock", "needs 'by:'");
        isWrong("- reset-sessions: { scope: everything }", "unknown scope 'everything'", "central");
        isWrong("- switch-version: { to: secure-logn }", "unknown variant 'secure-logn'", "secure-login");
        isWrong("- break: { what: stoer }", "unknown thing to break 'stoer'", "store");
        isWrong("- break: { what: session, of: alice, kind: truncatd }", "truncatd", "truncated");
        isWrong("- break: { what: session, kind: truncated }", "needs 'of:'");
        isWrong("- break: { what: commits }", "needs 'by:'");
        isWrong("- mend", "nothing to mend");
    }
}
