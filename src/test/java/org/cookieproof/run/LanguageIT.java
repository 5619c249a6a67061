package org.cookieproof.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cookieproof.evidence.Finding;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every verb of the language on the farm, through a browser and through a client without an engine. */
class LanguageIT {

    private static final Path FOLDER = Path.of("src/test/resources/language");

    private static final String HEAD = """
            scenario: X
            source: [T1]
            schemes: [https]
            user-agents: [phone]
            steps:
            """;

    @TempDir
    private Path directory;

    private List<CellResult> play(Path scenarios, String... profiles) {
        return Runs.play(
                        Selection.ofPlan("local").withScenarioFolder(scenarios).withProfiles(List.of(profiles)),
                        directory.resolve("reports"))
                .results();
    }

    @Test
    void whatTheLanguageSaysIsPlayed() {
        List<CellResult> results = play(FOLDER, "chromium-headless-shell", "okhttp");
        assertThat(results)
                .allSatisfy(r -> assertThat(r.verdict())
                        .as(r.cell() + " " + r.reason() + " " + r.findings())
                        .isIn(Verdict.PASSED, Verdict.NOT_APPLICABLE));
        assertThat(results.stream()
                        .filter(r -> r.verdict() == Verdict.NOT_APPLICABLE)
                        .map(r -> r.cell().scenario() + " × " + r.cell().profile())
                        .distinct())
                .containsExactlyInAnyOrder("two-tabs × okhttp", "embedded × okhttp");
        assertThat(results).hasSizeGreaterThan(20);
    }

    private CellResult failing(String steps) throws IOException {
        Path scenarios = Files.createDirectories(directory.resolve("scenarios"));
        Files.writeString(scenarios.resolve("x.yaml"), HEAD + steps);
        List<CellResult> results = play(scenarios, "okhttp");
        assertThat(results).hasSize(1);
        assertThat(results.get(0).verdict()).isEqualTo(Verdict.FAILED);
        return results.get(0);
    }

    @Test
    void aFindingSaysWhichUserAgentItIsAbout() throws IOException {
        CellResult result = failing("""
                  - do: { flow: client-log-in, at: first, as: alice }
                  - visit: { at: first }
                    by: phone
                    expect: { signed-in-as: alice }
                """);
        assertThat(result.findings()).extracting(Finding::subject).containsExactly("phone: identity at first");
        assertThat(result.steps().get(1).title()).isEqualTo("phone: visit [first]");
        assertThat(har(result)).contains("\"_userAgent\" : \"phone\"", "user agent: phone");
    }

    /** Asked again as if typed, the browser would send the cookies that it keeps from a link of another site. */
    @Test
    void whoFollowsALinkIsAskedOnThePageThatItLedTo() throws IOException {
        Path scenarios = Files.createDirectories(directory.resolve("scenarios"));
        Files.writeString(scenarios.resolve("x.yaml"), """
                scenario: X
                source: [T1]
                schemes: [https]
                steps:
                  - log-in: { as: alice, at: first }
                  - follow: { from: foreign, to: first, how: link }
                    expect: { signed-in-as: alice }
                """);
        Selection selection = Selection.ofPlan("local")
                .withScenarioFolder(scenarios)
                .withScenarios(List.of("x"))
                .withProfiles(List.of("chromium-headless-shell"));
        Path reports = directory.resolve("reports");
        assertThat(Runs.play(selection, reports).results())
                .extracting(CellResult::verdict)
                .containsExactly(Verdict.PASSED);
        CellResult strict = Runs.play(selection.withInject("same-site-strict"), reports)
                .results()
                .get(0);
        assertThat(strict.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(strict.findings())
                .filteredOn(f -> f.check().equals("signed-in-as"))
                .extracting(Finding::observed)
                .allSatisfy(said -> assertThat(said).startsWith("the page says nobody, the API "))
                .hasSize(1);
    }

    @Test
    void whatIsNotThereToBeCapturedIsAFinding() throws IOException {
        CellResult result = failing("""
                  - visit: { at: first }
                    capture: { x: { json: a.b } }
                """);
        assertThat(result.findings()).extracting(Finding::subject).containsExactly("x: json a.b");
    }

    @Test
    void whatTheHarnessSetIsNoFaultOfTheTargets() throws IOException {
        // A target that did this would fail 'no-secure-over-http' and more; here only the planned expectation fails.
        CellResult result = failing("""
                  - set-cookie: { at: first, line: "enwikiSession=1; Secure; SameSite=None" }
                    scheme: http
                  - visit: { at: first }
                    expect: { response: { from: first, status: 500 } }
                """);
        assertThat(result.findings()).extracting(Finding::check).containsOnly("response");
        assertThat(har(result)).contains("answered by the harness, not by the target");
    }

    private String har(CellResult result) throws IOException {
        String path = Optional.ofNullable(result.attachments().get("har")).orElseThrow();
        try (var runs = Files.list(directory.resolve("reports"))) {
            Path run = runs.filter(r -> Files.isRegularFile(r.resolve(path)))
                    .findFirst()
                    .orElseThrow();
            return Files.readString(run.resolve(path));
        }
    }
}
