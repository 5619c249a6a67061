package org.cookieproof.doctor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cookieproof.result.Verdict;
import org.cookieproof.run.PlannedCell;

/**
 * What cannot be seen at a target, reason by reason, with the scenarios that are not run there because of it. A scenario
 * that lacks two things is told with both: mending one is not enough.
 */
final class GapLines {

    private static final int NAMED = 3;

    private GapLines() {}

    /** @param cells of all scenarios, with all profiles, under whichever variant has what they require */
    static List<Diagnosis> of(List<PlannedCell> cells) {
        Map<String, Set<String>> byReason = new LinkedHashMap<>();
        for (PlannedCell cell : cells) {
            Optional<PlannedCell.Decided> notRun = cell.decided().filter(d -> d.verdict() == Verdict.NOT_RUN);
            notRun.stream()
                    .flatMap(d -> d.all().stream())
                    .forEach(reason -> byReason.computeIfAbsent(reason, r -> new TreeSet<>())
                            .add(cell.id().scenario().value()));
        }
        List<Diagnosis> lines = new ArrayList<>();
        byReason.entrySet().stream()
                .sorted((a, b) -> b.getValue().size() - a.getValue().size())
                .forEach(e -> lines.add(Diagnosis.cannot("show", told(e.getKey(), List.copyOf(e.getValue())))));
        return lines;
    }

    private static String told(String reason, List<String> scenarios) {
        int count = scenarios.size();
        return reason + ": " + count + (count == 1 ? " scenario is" : " scenarios are") + " not run, or in part ("
                + String.join(", ", scenarios.subList(0, Math.min(NAMED, count))) + (count > NAMED ? ", …" : "") + ")";
    }
}
