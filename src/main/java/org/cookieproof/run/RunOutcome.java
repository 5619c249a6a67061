package org.cookieproof.run;

import java.util.List;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.KnownBites;
import org.cookieproof.result.Ledger;
import org.cookieproof.result.RunDirectory;

/**
 * What came of a run; the ledger adds up.
 *
 * @param bites entries of known issues that no longer hold
 */
public record RunOutcome(
        RunDirectory directory, List<CellResult> results, Ledger ledger, KnownBites bites, ExitCode exitCode) {

    public RunOutcome {
        results = List.copyOf(results);
    }
}
