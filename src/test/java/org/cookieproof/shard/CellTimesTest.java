package org.cookieproof.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cookieproof.evidence.CellId;
import org.cookieproof.evidence.ProfileId;
import org.cookieproof.evidence.ScenarioId;
import org.cookieproof.http.Scheme;
import org.cookieproof.result.Attempt;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.RunKey;
import org.cookieproof.result.Verdict;
import org.cookieproof.yaml.Problem;
import org.cookieproof.yaml.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellTimesTest {

    private static final RunKey RUN = new RunKey("r1", "farm", "default", Optional.empty());

    @TempDir
    private Path folder;

    private static CellId cell(String scenario, String profile, Scheme scheme) {
        return new CellId(new ScenarioId(scenario), new ProfileId(profile), scheme);
    }

    private static CellResult took(String scenario, String profile, Scheme scheme, long millis) {
        return new CellResult(
                RUN,
                cell(scenario, profile, scheme),
                "t",
                "",
                Verdict.PASSED,
                "",
                millis,
                List.of(),
                List.of(),
                Map.of());
    }

    /** A browser needs ten times as long as a client, scenario b three times as long as a. */
    private static List<CellResult> run() {
        return List.of(
                took("a", "chromium", Scheme.HTTPS, 1000),
                took("b", "chromium", Scheme.HTTPS, 3000),
                took("a", "curl", Scheme.HTTPS, 100),
                took("b", "curl", Scheme.HTTPS, 300),
                took("a", "curl", Scheme.HTTP, 50),
                took("b", "curl", Scheme.HTTP, 150));
    }

    @Test
    void aCellTakesWhatItsProfileNeedsTimesHowLongItsScenarioIs() {
        CellTimes times = CellTimes.of(run());
        for (CellResult each : run()) {
            double took = (double) each.durationMs();
            assertThat((double) times.millis(each.cell())).isCloseTo(took, within(took * 0.02));
        }
    }

    @Test
    void aCellThatNobodyHasRecordedTakesWhatIsUsual() {
        CellTimes times = CellTimes.of(run());
        assertThat(times.millis(cell("new", "chromium", Scheme.HTTPS))).isEqualTo(2000);
        assertThat(times.millis(cell("new", "chromium", Scheme.HTTP)))
                .as("its other scheme")
                .isEqualTo(2000);
        assertThat(times.millis(cell("new", "new", Scheme.HTTP)))
                .as("the mean of all")
                .isEqualTo(767);
        assertThat(CellTimes.NONE.millis(cell("new", "new", Scheme.HTTP))).isEqualTo(1);
    }

    @Test
    void aCellThatWasPlayedAgainCountsOnceAndOneThatWasNotPlayedNotAtAll() {
        CellResult again = took("a", "curl", Scheme.HTTP, 300)
                .after(
                        List.of(
                                new Attempt(Verdict.FAILED, "x", 200, Map.of()),
                                new Attempt(Verdict.PASSED, "", 100, Map.of())),
                        Verdict.FLAKY,
                        "1 failed, 1 passed",
                        300,
                        Map.of());
        CellResult broken = new CellResult(
                RUN,
                cell("a", "okhttp", Scheme.HTTP),
                "t",
                "",
                Verdict.BROKEN,
                "no",
                60_000,
                List.of(),
                List.of(),
                Map.of());
        CellTimes times = CellTimes.of(List.of(again, broken));
        assertThat(times.profiles()).containsOnlyKeys(new ProfileId("curl"));
        assertThat(times.millis(again.cell())).isEqualTo(150);
        assertThat(CellTimes.of(List.of(broken)).isEmpty()).isTrue();
    }

    @Test
    void theFileIsReadAsItWasWrittenAndTheSameTimesMakeTheSameFile() throws IOException {
        Path file = folder.resolve("ci/times/x.json");
        CellTimes times = CellTimes.of(run());
        CellTimesFile.write(file, times, "r1");
        byte[] first = Files.readAllBytes(file);
        Problems problems = new Problems();
        assertThat(CellTimesFile.read(file, problems)).contains(times);
        assertThat(problems.sorted()).isEmpty();
        CellTimesFile.write(file, times, "r1");
        assertThat(Files.readAllBytes(file)).isEqualTo(first);
    }

    @Test
    void aMistakeIsToldWithItsPlace() throws IOException {
        Path file = Files.writeString(folder.resolve("x.json"), """
                {
                  "profiles": { "curl": { "https": -1, "ftp": 3 }, "wget": 7 },
                  "scenario": {},
                  "scenarios": { "a": "long" }
                }
                """);
        Problems problems = new Problems();
        CellTimesFile.read(file, problems);
        assertThat(problems.sorted())
                .extracting(Problem::toString)
                .satisfiesExactly(
                        p -> assertThat(p).contains("x.json:2:36", "a number above 0"),
                        p -> assertThat(p).contains("x.json:2:40", "unknown scheme 'ftp'"),
                        p -> assertThat(p).contains("x.json:2:60", "milliseconds by scheme"),
                        p -> assertThat(p).contains("x.json:3:3", "unknown key 'scenario'", "scenarios"),
                        p -> assertThat(p).contains("x.json:4:23", "a number above 0"));
    }
}
