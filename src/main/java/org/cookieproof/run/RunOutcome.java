package org.cookieproof.run;

import java.util.List;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.Ledger;
import org.cookieproof.result.RunDirectory;

/** What came of a run; the ledger adds up. */
public record RunOutcome(RunDirectory directory, List<CellResult> results, Ledger ledger, ExitCode exitCode) {

    public RunOutcome {
        results = List.copyOf(results);
    }
}
