package org.cookieproof.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.cookieproof.result.Ledger;
import org.cookieproof.result.Verdict;
import org.cookieproof.run.ExitCode;
import org.cookieproof.run.PlannedRun;
import org.cookieproof.run.Requirement;
import org.cookieproof.run.RunOutcome;

/** The ledger, and the closing line that other tools read. */
final class LedgerPrinter {

    /** Of what is required and missing, the first are told. */
    private static final int MOST_MISSING = 20;

    private LedgerPrinter() {}

    static void print(PrintWriter out, PlannedRun run, RunOutcome outcome) {
        Ledger ledger = outcome.ledger();
        if (run.cells().isEmpty()) {
            out.println("No cell was planned: no scenario, profile and scheme fit together under these filters.");
        }
        missing(out, run, outcome);
        out.println("Ledger: " + ledger.planned() + " planned = "
                + Arrays.stream(Verdict.values())
                        .map(v -> ledger.count(v) + " " + v)
                        .collect(Collectors.joining(" + ")));
        out.println(ledger.count(Verdict.PASSED) + " passed, " + ledger.count(Verdict.FAILED) + " failed, "
                + (ledger.count(Verdict.NOT_APPLICABLE) + ledger.count(Verdict.NOT_RUN)) + " skipped");
    }

    private static void missing(PrintWriter out, PlannedRun run, RunOutcome outcome) {
        List<Requirement> missing = ExitCode.missing(run, outcome.results());
        if (missing.isEmpty()) {
            return;
        }
        out.println("Required by the "
                + run.selection().stage().map(s -> "stage " + s).orElse("plan") + " and not played:");
        missing.stream()
                .limit(MOST_MISSING)
                .forEach(r -> out.println("  "
                        + Terminal.told(r + ": " + r.unmet(outcome.results()).orElse(""))));
        if (missing.size() > MOST_MISSING) {
            out.println("  and " + (missing.size() - MOST_MISSING) + " more");
        }
    }
}
