package org.cookieproof.report.html;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Severity;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.RunRecord;
import org.cookieproof.result.Verdict;

/** One distinct finding with every cell that has it: the same defect seen by thirty user agents is one thing to fix. */
record FindingGroup(String fingerprint, List<Sighting> sightings) {

    /** The finding as one cell has it. */
    record Sighting(CellResult result, Finding finding) {}

    FindingGroup {
        sightings = List.copyOf(sightings);
    }

    /** The gravest first, then the most widespread. */
    static List<FindingGroup> of(RunRecord run) {
        Map<String, List<Sighting>> groups = new LinkedHashMap<>();
        for (CellResult result : run.results()) {
            for (Finding finding : result.findings()) {
                groups.computeIfAbsent(finding.fingerprint(), f -> new ArrayList<>())
                        .add(new Sighting(result, finding));
            }
        }
        return groups.entrySet().stream()
                .map(e -> new FindingGroup(e.getKey(), e.getValue()))
                .sorted(Comparator.comparing(FindingGroup::gravity)
                        .thenComparing(g -> -g.cells().size()))
                .toList();
    }

    /** The sighting that shows most: of a cell that failed, with its recording there. */
    Sighting best(RunRecord run) {
        return sightings.stream()
                .min(Comparator.comparing((Sighting s) -> weight(s.result().verdict()))
                        .thenComparing(s -> hasRecording(run, s) ? 0 : 1)
                        .thenComparing(s -> s.finding().exchange().isPresent() ? 0 : 1))
                .orElseThrow();
    }

    private static boolean hasRecording(RunRecord run, Sighting sighting) {
        String har = sighting.result().attachments().get("har");
        return har != null && Files.isRegularFile(run.directory().attachment(har));
    }

    Finding finding() {
        return sightings.get(0).finding();
    }

    Severity severity() {
        return sightings.stream().anyMatch(s -> s.finding().severity() == Severity.ERROR)
                ? Severity.ERROR
                : Severity.WARNING;
    }

    List<CellResult> cells() {
        return sightings.stream().map(Sighting::result).distinct().toList();
    }

    /** The verdict that speaks for the group. */
    Verdict verdict() {
        return sightings.stream()
                .map(s -> s.result().verdict())
                .min(Comparator.comparing(FindingGroup::weight))
                .orElseThrow();
    }

    private int gravity() {
        return weight(verdict()) + (severity() == Severity.ERROR ? 0 : 10);
    }

    private static int weight(Verdict verdict) {
        return switch (verdict) {
            case FAILED -> 0;
            case BROKEN -> 1;
            case FLAKY -> 2;
            case KNOWN -> 3;
            case PASSED, NOT_APPLICABLE, NOT_RUN -> 4;
        };
    }

    String anchor() {
        return "f-" + fingerprint;
    }
}
