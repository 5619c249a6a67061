package org.cookieproof.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cookieproof.result.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A target that does not answer is neither a pass nor a finding. */
class SilentTargetTest {

    @TempDir
    private Path directory;

    @Test
    void everyCellIsBrokenAndSaysWhoDidNotAnswer() throws IOException {
        Path flows = Path.of("ci/targets/flows/mediawiki.yaml").toAbsolutePath();
        Path target = directory.resolve("silent.yaml");
        Files.writeString(
                target,
                Files.readString(Path.of("ci/targets/farm.yaml"))
                        .replace("provider: farm", "provider: silent")
                        .replace("flows: flows/mediawiki.yaml", "flows: " + flows));
        RunOutcome outcome = Runs.play(
                Selection.ofPlan("local")
                        .withTarget(target.toString())
                        .withScenarios(List.of("cache/anonymous-article", "login/form-over-https"))
                        .withProfiles(List.of("okhttp")),
                directory.resolve("reports"));
        assertThat(outcome.results()).hasSize(3).allSatisfy(r -> {
            assertThat(r.verdict()).isEqualTo(Verdict.BROKEN);
            assertThat(r.reason()).contains("the target did not answer", "en.wikipedia.test");
        });
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.COULD_NOT_RUN);
    }
}
