package org.cookieproof.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.KnownBites;
import org.cookieproof.result.Ledger;
import org.cookieproof.result.RunDirectory;
import org.cookieproof.result.SignalMoves;
import org.cookieproof.result.Verdict;

/**
 * What came of a run; the ledger adds up.
 *
 * @param bites   entries of known issues that no longer hold
 * @param signals how those of the target moved
 * @param remains what the run left behind on this machine, and was ended or deleted then: nothing, if all is well
 * @param effort  what it took; empty where it was put together from others
 */
public record RunOutcome(
        RunDirectory directory,
        List<CellResult> results,
        Ledger ledger,
        KnownBites bites,
        SignalMoves signals,
        ExitCode exitCode,
        List<String> remains,
        Optional<Effort> effort) {

    public RunOutcome {
        results = List.copyOf(results);
        remains = List.copyOf(remains);
    }

    /** Of a run that left nothing behind, of which nobody has said what it took. */
    public RunOutcome(
            RunDirectory directory,
            List<CellResult> results,
            Ledger ledger,
            KnownBites bites,
            SignalMoves signals,
            ExitCode exitCode) {
        this(directory, results, ledger, bites, signals, exitCode, List.of(), Optional.empty());
    }

    RunOutcome leaving(List<String> behind) {
        return new RunOutcome(
                directory,
                results,
                ledger,
                bites,
                signals,
                behind.isEmpty() ? exitCode : exitCode.notClean(),
                behind,
                effort);
    }

    RunOutcome taking(Duration time, long peakMegabytes) {
        long played = results.stream()
                .map(CellResult::verdict)
                .filter(v -> v.executed() || v == Verdict.BROKEN)
                .count();
        Effort took = new Effort(time, Math.toIntExact(played), peakMegabytes);
        return new RunOutcome(directory, results, ledger, bites, signals, exitCode, remains, Optional.of(took));
    }
}
