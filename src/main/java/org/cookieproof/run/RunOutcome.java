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
 * @param remains what the run left behind on this machine, and was ended or deleted then: nothing, if all is well
 */
public record RunOutcome(
        RunDirectory directory,
        List<CellResult> results,
        Ledger ledger,
        KnownBites bites,
        SignalMoves signals,
        ExitCode exitCode,
        List<String> remains) {

    public RunOutcome {
        results = List.copyOf(results);
        remains = List.copyOf(remains);
    }

    /** Of a run that left nothing behind. */
    public RunOutcome(
            RunDirectory directory,
            List<CellResult> results,
            Ledger ledger,
            KnownBites bites,
            SignalMoves signals,
            ExitCode exitCode) {
        this(directory, results, ledger, bites, signals, exitCode, List.of());
    }

    RunOutcome leaving(List<String> behind) {
        return new RunOutcome(
                directory, results, ledger, bites, signals, behind.isEmpty() ? exitCode : exitCode.notClean(), behind);
    }
}
