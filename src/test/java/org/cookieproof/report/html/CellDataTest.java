package org.cookieproof.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.cookieproof.report.SampleRun;
import org.cookieproof.result.Attempt;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.ResultsFile;
import org.cookieproof.result.RunDirectory;
import org.cookieproof.result.RunRecord;
import org.cookieproof.result.Verdict;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellDataTest {

    @TempDir
    private Path folder;

    @Test
    void aFlakyCellTellsEachAttemptWithItsOwnFiles() throws Exception {
        SampleRun.write(folder);
        JsonNode data = data();
        JsonNode flaky = cells(data, Verdict.FLAKY).get(0);
        assertThat(flaky.path("k")).hasSize(2);
        JsonNode first = flaky.path("k").get(0);
        JsonNode second = flaky.path("k").get(1);
        assertThat(verdict(data, first)).isEqualTo("failed");
        assertThat(text(data, first.path("r"))).isEqualTo("deletion-matches-scope");
        assertThat(text(data, first.path("d"))).isEqualTo("8.3 s");
        assertThat(files(data, first))
                .extracting(f -> f.get(0))
                .containsExactly("Recording (HAR)", "Screenshot", "Cookie lives (JSON)", "Jars (JSON)");
        assertThat(verdict(data, second)).isEqualTo("passed");
        assertThat(text(data, second.path("r"))).isEmpty();
        assertThat(files(data, second))
                .extracting(f -> f.get(0))
                .containsExactly("Recording (HAR)", "Cookie lives (JSON)");
        assertThat(files(data, first)).doesNotContainAnyElementsOf(files(data, second));
        List<List<String>> all = new ArrayList<>(files(data, first));
        all.addAll(files(data, second));
        assertThat(all)
                .allSatisfy(f -> assertThat(Files.isRegularFile(folder.resolve(f.get(1))))
                        .isTrue());
    }

    @Test
    void aCellThatWasPlayedOnceTellsNoAttempt() throws Exception {
        SampleRun.write(folder);
        JsonNode data = data();
        assertThat(cells(data, Verdict.KNOWN).get(0).has("k")).isFalse();
        assertThat(cells(data, Verdict.PASSED)).noneMatch(c -> c.has("k"));
    }

    @Test
    void ofAThousandAttemptsThoseThatDidNotPassAreTold() throws Exception {
        List<CellResult> results = SampleRun.write(folder);
        CellResult cell = results.stream()
                .filter(r -> r.verdict() == Verdict.FLAKY)
                .findFirst()
                .orElseThrow();
        List<Attempt> attempts =
                new ArrayList<>(Collections.nCopies(1000, new Attempt(Verdict.PASSED, "", 5, Map.of())));
        attempts.set(700, new Attempt(Verdict.FAILED, "once", 5, Map.of()));
        RunDirectory run = new RunDirectory(folder);
        try (ResultsFile file = ResultsFile.open(run.results())) {
            file.append(cell.after(attempts, Verdict.FLAKY, "1 failed", 5000, Map.of()));
        }
        JsonNode data = data();
        JsonNode flaky = cells(data, Verdict.FLAKY).get(0);
        assertThat(flaky.path("k").size() + flaky.path("m").asInt()).isEqualTo(1000);
        assertThat(flaky.path("k").size()).isLessThan(50);
        assertThat(flaky.path("k")).anySatisfy(a -> {
            assertThat(a.path("n").asInt()).isEqualTo(701);
            assertThat(text(data, a.path("r"))).isEqualTo("once");
        });
    }

    @Test
    void aKnownCellTellsWhoseItIsAndUntilWhen() throws Exception {
        SampleRun.write(folder);
        JsonNode data = data();
        assertThat(data.path("known")).hasSize(1);
        JsonNode cause = data.path("known").get(0);
        assertThat(cells(data, Verdict.KNOWN).get(0).path("w").toString()).isEqualTo("[0]");
        assertThat(text(data, cause.path("b"))).isEqualTo("T124409");
        assertThat(text(data, cause.path("o"))).isEqualTo("platform@example.org");
        assertThat(text(data, cause.path("u"))).isEqualTo("2027-03-01");
        assertThat(text(data, cause.path("r"))).isEqualTo("the old jar keeps what the logout left");
        assertThat(text(data, cause.path("at"))).isEqualTo("ci/known/local.yaml:3");
        assertThat(cells(data, Verdict.FAILED)).noneMatch(c -> c.has("w"));
    }

    private JsonNode data() throws Exception {
        String page = HtmlReport.render(RunRecord.load(new RunDirectory(folder)));
        return new ObjectMapper()
                .readTree(Jsoup.parse(page).select("#data").first().data());
    }

    private static List<JsonNode> cells(JsonNode data, Verdict verdict) {
        List<JsonNode> cells = new ArrayList<>();
        data.path("cells").forEach(c -> {
            if (verdict(data, c).equals(verdict.wireName())) {
                cells.add(c);
            }
        });
        return cells;
    }

    private static String verdict(JsonNode data, JsonNode of) {
        return data.path("verdicts").get(of.path("v").asInt()).path("id").asText();
    }

    private static String text(JsonNode data, JsonNode number) {
        return data.path("texts").get(number.asInt()).asText();
    }

    /** Name and path. */
    private static List<List<String>> files(JsonNode data, JsonNode attempt) {
        List<List<String>> files = new ArrayList<>();
        attempt.path("x").forEach(f -> files.add(List.of(text(data, f.get(0)), text(data, f.get(1)))));
        return files;
    }
}
