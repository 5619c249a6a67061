package org.cookieproof.run;

import java.util.List;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.KnownBites;
import org.cookieproof.result.Ledger;
import org.cookieproof.result.RunDirectory;
import org.cookieproof.result.SignalMoves;

/**
 * What came of a run; the ledger adds up.
 *
 * @param bites   entries of known issues that no longer hold
 * @param signals how those of the target moved
 */
public record RunOutcome(
        RunDirectory directory,
        List<CellResult> results,
        Ledger ledger,
        KnownBites bites,
        SignalMoves signals,
        ExitCode exitCode) {

    public RunOutcome {
        results = List.copyOf(results);
    }
}
