package org.cookieproof.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.cookieproof.result.Ledger;
import org.cookieproof.result.Verdict;
import org.cookieproof.run.ExitCode;
import org.cookieproof.run.PlannedRun;
import org.cookieproof.run.RunOutcome;

/** The ledger, and the closing line that other tools read. */
final class LedgerPrinter {

    private LedgerPrinter() {}

    static void print(PrintWriter out, PlannedRun run, RunOutcome outcome) {
        Ledger ledger = outcome.ledger();
        if (run.cells().isEmpty()) {
            out.println("No cell was planned: no scenario, profile and scheme fit together under these filters.");
        }
        if (!ExitCode.missing(run, outcome.results()).isEmpty()) {
            out.println("Required by the plan and not played: " + ExitCode.missing(run, outcome.results()));
        }
        out.println("Ledger: " + ledger.planned() + " planned = "
                + Arrays.stream(Verdict.values())
                        .map(v -> ledger.count(v) + " " + v)
                        .collect(Collectors.joining(" + ")));
        out.println(ledger.count(Verdict.PASSED) + " passed, " + ledger.count(Verdict.FAILED) + " failed, "
                + (ledger.count(Verdict.NOT_APPLICABLE) + ledger.count(Verdict.NOT_RUN)) + " skipped");
    }
}
