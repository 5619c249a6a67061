package org.cookieproof.report.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.RunRecord;
import org.cookieproof.result.Verdict;

/** Cells of one verdict that give the same reason. */
record ReasonGroup(String anchor, Verdict verdict, String reason, List<CellResult> results) {

    ReasonGroup {
        results = List.copyOf(results);
    }

    /** Every cell that did not pass, the most widespread reasons first within each verdict. */
    static List<ReasonGroup> of(RunRecord run) {
        List<ReasonGroup> groups = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            if (verdict != Verdict.PASSED) {
                Map<String, List<CellResult>> byReason = new LinkedHashMap<>();
                run.with(verdict)
                        .forEach(r -> byReason.computeIfAbsent(r.reason(), x -> new ArrayList<>())
                                .add(r));
                byReason.entrySet().stream()
                        .sorted((a, b) -> b.getValue().size() - a.getValue().size())
                        .forEach(e -> groups.add(new ReasonGroup(
                                "r-" + verdict.wireName() + "-" + groups.size(), verdict, e.getKey(), e.getValue())));
            }
        }
        return groups;
    }
}
