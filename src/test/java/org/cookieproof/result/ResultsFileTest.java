package org.cookieproof.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.cookieproof.evidence.CellId;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.ProfileId;
import org.cookieproof.evidence.ScenarioId;
import org.cookieproof.evidence.Severity;
import org.cookieproof.http.Scheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsFileTest {

    static final RunKey RUN = new RunKey("r1", "farm", "default", Optional.of("logout-pixel-refused"));

    @TempDir
    Path folder;

    @Test
    void readsBackWhatWasAppended() {
        CellResult result = full("logout/everywhere");
        Path file = folder.resolve("deep/results.jsonl");
        try (ResultsFile results = ResultsFile.open(file)) {
            results.append(result);
            results.append(plain("login/plain"));
        }
        ResultsFile.Contents contents = ResultsFile.read(file);
        assertThat(contents.results()).containsExactly(result, plain("login/plain"));
        assertThat(contents.unreadable()).isEmpty();
    }

    @Test
    void aLineHasTheFieldsOfTheContract() throws Exception {
        Path file = folder.resolve("results.jsonl");
        try (ResultsFile results = ResultsFile.open(file)) {
            results.append(full("logout/everywhere"));
        }
        JsonNode line = new ObjectMapper().readTree(Files.readString(file));
        assertThat(line.fieldNames())
                .toIterable()
                .contains(
                        "run",
                        "target",
                        "variant",
                        "regression",
                        "scenario",
                        "profile",
                        "scheme",
                        "verdict",
                        "reason",
                        "durationMs",
                        "findings",
                        "title",
                        "engine",
                        "steps",
                        "attachments");
        JsonNode finding = line.path("findings").path(0);
        assertThat(finding.fieldNames())
                .toIterable()
                .containsExactly(
                        "check",
                        "source",
                        "severity",
                        "subject",
                        "expected",
                        "observed",
                        "exchange",
                        "header",
                        "fingerprint");
        assertThat(finding.path("fingerprint").asText()).isEqualTo(finding().fingerprint());
        assertThat(line.path("scheme").asText()).isEqualTo("https");
    }

    @Test
    void hostileTextStaysOnItsLine() {
        Path file = folder.resolve("results.jsonl");
        CellResult hostile = new CellResult(
                RUN,
                cell("a"),
                "two\nlines\u2028\u0000\ud800",
                "",
                Verdict.FAILED,
                "r\r\n",
                1,
                List.of(),
                List.of(),
                Map.of());
        try (ResultsFile results = ResultsFile.open(file)) {
            results.append(hostile);
            results.append(plain("b"));
        }
        assertThat(ResultsFile.read(file).results())
                .hasSize(2)
                .first()
                .satisfies(r -> assertThat(r.title()).startsWith("two\nlines\u2028\u0000"));
    }

    @Test
    void aTornLastLineIsToldAndNotFatal() throws Exception {
        Path file = folder.resolve("results.jsonl");
        try (ResultsFile results = ResultsFile.open(file)) {
            results.append(plain("a"));
            results.append(full("b"));
        }
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 40));

        ResultsFile.Contents contents = ResultsFile.read(file);
        assertThat(contents.results()).containsExactly(plain("a"));
        assertThat(contents.unreadable()).singleElement().satisfies(u -> {
            assertThat(u.line()).isEqualTo(2);
            assertThat(u.reason()).contains("torn");
        });
    }

    @Test
    void aResultAppendedBehindATornLineIsNotLostWithIt() throws Exception {
        Path file = folder.resolve("results.jsonl");
        Files.writeString(file, "{\"run\":\"r1\",\"tar");
        try (ResultsFile results = ResultsFile.open(file)) {
            results.append(plain("a"));
        }
        ResultsFile.Contents contents = ResultsFile.read(file);
        assertThat(contents.results()).containsExactly(plain("a"));
        assertThat(contents.unreadable()).extracting(Unreadable::line).containsExactly(1);
    }

    @Test
    void jsonThatIsNoResultIsToldWithWhatIsMissing() throws Exception {
        Path file = folder.resolve("results.jsonl");
        Files.writeString(file, "{\"run\":\"r1\"}\n[]\n", StandardOpenOption.CREATE);
        assertThat(ResultsFile.read(file).unreadable())
                .extracting(Unreadable::toString)
                .containsExactly(
                        "results.jsonl:1: not a result: no 'target'", "results.jsonl:2: not a result: no 'run'");
    }

    @Test
    void aKilledProcessLeavesEveryResultItWasToldOf() throws Exception {
        Path file = folder.resolve("results.jsonl");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AppendForEver.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String told;
        try (var out = process.inputReader(StandardCharsets.UTF_8)) {
            do {
                told = out.readLine();
            } while (told != null && !told.equals("appended 25"));
        } finally {
            process.destroyForcibly().waitFor();
        }
        ResultsFile.Contents contents = ResultsFile.read(file);
        assertThat(told).isEqualTo("appended 25");
        assertThat(contents.results()).hasSizeGreaterThanOrEqualTo(25);
        assertThat(contents.unreadable()).hasSizeLessThanOrEqualTo(1);
    }

    /** The process that is killed. */
    static final class AppendForEver {
        public static void main(String[] args) {
            try (ResultsFile results = ResultsFile.open(Path.of(args[0]))) {
                IntStream.iterate(1, i -> i + 1).forEach(i -> {
                    results.append(full("scenario-" + i));
                    System.out.println("appended " + i);
                });
            }
        }
    }

    static CellId cell(String scenario) {
        return new CellId(new ScenarioId(scenario), new ProfileId("curl"), Scheme.HTTPS);
    }

    static CellResult plain(String scenario) {
        return new CellResult(
                RUN, cell(scenario), "A sentence", "", Verdict.PASSED, "", 5, List.of(), List.of(), Map.of());
    }

    static Finding finding() {
        return new Finding(
                "deletion-matches-scope",
                "RFC6265bis-5.7",
                Severity.WARNING,
                "central cookie at first",
                "a Domain",
                "none",
                OptionalInt.of(7),
                Optional.of("Set-Cookie: a=deleted"));
    }

    static CellResult full(String scenario) {
        Finding bare =
                new Finding("c", "s", Severity.ERROR, "subject", "e", "o", OptionalInt.empty(), Optional.empty());
        return new CellResult(
                RUN,
                cell(scenario),
                "Logging out ends it – everywhere",
                "curl 8",
                Verdict.FAILED,
                "2 findings",
                1234,
                List.of(new StepResult(1, "visit first", "scenarios/x.yaml:3", "done", 12)),
                List.of(finding(), bare),
                Map.of("har", "recordings/x.har"));
    }
}
