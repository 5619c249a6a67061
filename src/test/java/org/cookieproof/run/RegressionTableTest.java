package org.cookieproof.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cookieproof.check.Check;
import org.junit.jupiter.api.Test;

/** The table of {@code scenarios/README.md} leaves out no defect of the catalogue, and names what exists. */
class RegressionTableTest {

    private static final Path README = Path.of("scenarios/README.md");
    private static final String HEADING = "## The catalogue of regressions";

    /** A defect and what the table says of it. */
    private record Row(
            String regression,
            List<String> scenarios,
            List<String> checks,
            List<String> profiles,
            List<String> injections,
            String besides) {

        static Row of(String line) {
            String[] cells = line.strip().split("\\|", -1);
            assertThat(cells).as("cells of " + line).hasSize(8);
            return new Row(
                    names(cells[1]).get(0),
                    names(cells[2]),
                    names(cells[3]),
                    names(cells[4]),
                    names(cells[5]),
                    cells[6].strip());
        }

        private static List<String> names(String cell) {
            return Stream.of(cell.split(","))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .map(name -> {
                        assertThat(name).matches("`[^`]+`");
                        return name.substring(1, name.length() - 1);
                    })
                    .toList();
        }
    }

    private static List<Row> rows() throws IOException {
        return Files.readString(README)
                .split(HEADING, 2)[1]
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(Row::of)
                .toList();
    }

    private static Set<String> namesOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .map(file -> folder.relativize(file).toString().replace(".yaml", ""))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void everyDefectOfTheCatalogueHasOneRowInItsOrder() throws IOException {
        List<String> catalogue = Files.readAllLines(Path.of("src/test/resources/regression-catalogue.txt"));
        assertThat(catalogue).hasSize(70);
        assertThat(rows()).extracting(Row::regression).containsExactlyElementsOf(catalogue);
    }

    @Test
    void whatARowNamesExists() throws IOException {
        Set<String> scenarios = namesOf(Path.of("scenarios"));
        Set<String> profiles = namesOf(Path.of("browsers"));
        Set<String> regressions = namesOf(Path.of("ci/regressions"));
        Set<String> checks = Catalog.load().checks().stream().map(Check::id).collect(Collectors.toSet());
        assertThat(rows()).allSatisfy(row -> {
            assertThat(scenarios).as("scenarios of " + row.regression()).containsAll(row.scenarios());
            assertThat(checks).as("checks of " + row.regression()).containsAll(row.checks());
            assertThat(profiles).as("profiles of " + row.regression()).containsAll(row.profiles());
            assertThat(regressions).as("injections of " + row.regression()).containsAll(row.injections());
        });
    }

    @Test
    void aRowThatNamesNoScenarioAndNoCheckSaysWhyItIsNoCell() throws IOException {
        assertThat(rows())
                .filteredOn(row -> row.scenarios().isEmpty() && row.checks().isEmpty())
                .allSatisfy(
                        row -> assertThat(row.besides()).as(row.regression()).startsWith("not"));
    }

    @Test
    void everyInjectionStandsInTheTable() throws IOException {
        assertThat(rows().stream().flatMap(row -> row.injections().stream()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(namesOf(Path.of("ci/regressions")));
    }

    @Test
    void whatInjectsADefectPlaysTheScenariosOfItsRow() throws IOException {
        assertThat(rows()).filteredOn(row -> !row.injections().isEmpty()).allSatisfy(row -> {
            Set<String> byAny = new HashSet<>();
            for (String injection : row.injections()) {
                Set<String> played = playedBy(injection);
                assertThat(played)
                        .as("scenarios of " + row.regression() + " that --inject " + injection + " plays")
                        .containsAnyElementsOf(row.scenarios());
                byAny.addAll(played);
            }
            assertThat(byAny).as("played by --inject for " + row.regression()).containsAll(row.scenarios());
        });
    }

    /** The scenarios of which the local plan has a cell to play when it is injected without other filters. */
    private static Set<String> playedBy(String injection) {
        return Runs.plan(Selection.ofPlan("local").withInject(injection)).cells().stream()
                .filter(cell -> cell.decided().isEmpty())
                .map(cell -> cell.id().scenario().value())
                .collect(Collectors.toSet());
    }
}
