package org.cookieproof.run;

import java.util.List;
import org.cookieproof.evidence.ScenarioId;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.Verdict;

/** What a run says to the shell. */
public enum ExitCode {
    OK(0),
    FINDING(1),
    USAGE(2),
    COULD_NOT_RUN(3),
    INTERRUPTED(130);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** The exit code of a run that came to its end, or was interrupted on the way. */
    public static ExitCode of(PlannedRun run, List<CellResult> results, boolean interrupted) {
        if (interrupted) {
            return INTERRUPTED;
        }
        if (results.stream().anyMatch(r -> r.verdict() == Verdict.FAILED)) {
            return FINDING;
        }
        boolean nothing = results.stream().noneMatch(r -> r.verdict().executed());
        boolean broken = results.stream().anyMatch(r -> r.verdict() == Verdict.BROKEN);
        return nothing || broken || !missing(run, results).isEmpty() ? COULD_NOT_RUN : OK;
    }

    /** The scenarios that the plan requires and of which no cell was played. */
    public static List<ScenarioId> missing(PlannedRun run, List<CellResult> results) {
        return run.required().stream()
                .filter(required -> results.stream()
                        .noneMatch(r -> r.cell().scenario().equals(required)
                                && r.verdict().executed()))
                .sorted()
                .toList();
    }
}
