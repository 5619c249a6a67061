package org.cookieproof.run;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cookieproof.evidence.CellId;
import org.cookieproof.evidence.Finding;
import org.cookieproof.plan.KnownIssue;
import org.cookieproof.result.KnownBites;
import org.cookieproof.result.KnownCause;
import org.cookieproof.result.KnownTold;

/** Holds what happens in the cells against the known issues, and those against what happened. */
final class KnownTally {

    private final List<KnownIssue> issues;
    private final LocalDate today;
    private final Set<KnownIssue> happened = new HashSet<>();
    private final Set<KnownIssue> absent = new HashSet<>();

    KnownTally(List<KnownIssue> issues, LocalDate today) {
        this.issues = List.copyOf(issues);
        this.today = today;
    }

    /**
     * Notes one playing of a cell.
     *
     * @param errors  all findings of severity error
     * @param toItsEnd whether every step was played and every check asked: else what did not happen could still have
     */
    synchronized void observed(CellId cell, List<Finding> errors, boolean toItsEnd) {
        for (KnownIssue issue : issues) {
            if (issue.isAbout(cell)) {
                if (errors.stream().anyMatch(issue::expects)) {
                    happened.add(issue);
                } else if (toItsEnd) {
                    absent.add(issue);
                }
            }
        }
    }

    /** What the findings are put down to; empty unless each of them is expected by an entry that has not expired. */
    List<KnownCause> explaining(CellId cell, List<Finding> errors) {
        List<KnownIssue> inForce = issues.stream()
                .filter(i -> i.isAbout(cell) && !i.isExpired(today))
                .toList();
        boolean all = errors.stream().allMatch(e -> inForce.stream().anyMatch(i -> i.expects(e)));
        return !all
                ? List.of()
                : inForce.stream()
                        .filter(i -> errors.stream().anyMatch(i::expects))
                        .map(i -> cause(i, explained(i, errors)))
                        .toList();
    }

    private static Set<String> explained(KnownIssue issue, List<Finding> errors) {
        return errors.stream().filter(issue::expects).map(Finding::fingerprint).collect(Collectors.toUnmodifiableSet());
    }

    /** Entries that would explain a finding had they not expired. */
    List<KnownCause> expiredFor(CellId cell, List<Finding> errors) {
        return issues.stream()
                .filter(i -> i.isAbout(cell) && i.isExpired(today))
                .filter(i -> errors.stream().anyMatch(i::expects))
                .map(i -> cause(i, explained(i, errors)))
                .toList();
    }

    /** What the cells that ran say about each entry, in the order of the entries. */
    synchronized List<KnownTold> told() {
        return issues.stream()
                .map(i -> new KnownTold(entry(i), i.isExpired(today), happened.contains(i), absent.contains(i)))
                .toList();
    }

    private static KnownBites.Entry entry(KnownIssue issue) {
        return new KnownBites.Entry(issue.at().file(), issue.at().line(), issue.lines(), cause(issue, Set.of()));
    }

    private static KnownCause cause(KnownIssue issue, Set<String> explained) {
        return new KnownCause(
                issue.at().file() + ":" + issue.at().line(),
                issue.bug(),
                issue.owner(),
                issue.reason(),
                issue.until(),
                explained);
    }
}
