package org.cookieproof.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cookieproof.evidence.Severity;
import org.cookieproof.result.Verdict;

/**
 * A regression that the tap can inject at a service that nobody here wrote.
 *
 * @param profile the cheapest one that shows it
 * @param subject of a finding of that check: in which cookie or answer it is seen
 */
record Injection(String regression, String scenario, String profile, String check, String subject) {

    /** The cell that shows it, of a plan. */
    Selection in(String plan) {
        return Selection.ofPlan(plan)
                .withInject(regression)
                .withProfiles(List.of(profile))
                .withScenarios(List.of(scenario));
    }

    /** That a run with it has the finding it is for. */
    void assertFound(RunOutcome outcome) {
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.FINDING);
        assertThat(outcome.results())
                .filteredOn(r -> r.verdict() == Verdict.FAILED)
                .flatExtracting(r -> r.findings())
                .anyMatch(f -> f.severity() == Severity.ERROR
                        && f.check().equals(check)
                        && f.subject().contains(subject));
    }

    /** That each regression that the tap can inject is either among these, once, or said to show nothing. */
    static void assertAllTold(List<Injection> injections, Set<String> showingNothing) {
        Set<String> told = new TreeSet<>(showingNothing);
        injections.forEach(
                injection -> assertThat(told.add(injection.regression())).isTrue());
        assertThat(told).isEqualTo(ofTheTap());
    }

    /** Ids of all regressions that the tap can inject. */
    static Set<String> ofTheTap() {
        try (Stream<Path> files = Files.list(Path.of("ci", "regressions"))) {
            return files.filter(f -> f.toString().endsWith(".yaml"))
                    .filter(Injection::isOfTheTap)
                    .map(f -> f.getFileName().toString().replace(".yaml", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOfTheTap(Path regression) {
        try {
            return Files.readString(regression).lines().anyMatch(line -> line.equals("wire:"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return regression;
    }
}
