package org.cookieproof.report.html;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cookieproof.evidence.CellId;

/** Where on the page a cell is told of. */
final class Anchors {

    private final Map<CellId, String> byCell = new HashMap<>();

    /** The gravest finding of a cell comes first among the groups; it gets the link. */
    Anchors(List<FindingGroup> groups, List<ReasonGroup> reasons) {
        groups.forEach(g -> g.cells().forEach(r -> byCell.putIfAbsent(r.cell(), g.anchor())));
        reasons.forEach(g -> g.results().forEach(r -> byCell.putIfAbsent(r.cell(), g.anchor())));
    }

    Optional<String> of(CellId cell) {
        return Optional.ofNullable(byCell.get(cell));
    }
}
