package org.cookieproof.cli;

import java.util.Set;
import java.util.stream.Collectors;
import org.cookieproof.evidence.CellId;
import org.cookieproof.plan.Regression;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.RunDirectory;
import org.cookieproof.result.RunRecord;
import org.cookieproof.result.Verdict;
import org.cookieproof.run.PlannedRun;

/** Narrows a run to the cells that were not well in the last run of the same target. */
final class LastFailed {

    private static final Set<Verdict> NOT_WELL = Set.of(Verdict.FAILED, Verdict.BROKEN, Verdict.FLAKY);

    private LastFailed() {}

    /** @throws UsageException when there is no earlier run, or nothing in it that was not well */
    static PlannedRun of(PlannedRun run, RunFolders folders) {
        String target = run.target().name();
        RunDirectory last = folders.newestOf(target, run.regression().map(Regression::id))
                .orElseThrow(() -> new UsageException("--last-failed: there is no earlier run of target '"
                        + target + "'"
                        + run.regression().map(r -> " with " + r.id()).orElse("") + " below "
                        + folders.reports() + "; run without --last-failed first"));
        Set<CellId> cells = RunRecord.load(last).results().stream()
                .filter(r -> NOT_WELL.contains(r.verdict()))
                .map(CellResult::cell)
                .collect(Collectors.toSet());
        PlannedRun narrowed = run.only(
                run.cells().stream().filter(c -> cells.contains(c.id())).collect(Collectors.toSet()));
        if (narrowed.cells().isEmpty()) {
            throw new UsageException("--last-failed: in " + last.root().getFileName()
                    + " none of the cells chosen failed, broke or was flaky");
        }
        return narrowed;
    }
}
