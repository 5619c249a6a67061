package org.cookieproof.run;

import java.util.List;
import java.util.Set;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.KnownBites;
import org.cookieproof.result.Requirement;
import org.cookieproof.result.SignalMove;
import org.cookieproof.result.SignalMoves;
import org.cookieproof.result.Verdict;

/** What a run says to the shell. */
public enum ExitCode {
    OK(0),
    FINDING(1),
    USAGE(2),
    COULD_NOT_RUN(3),
    KNOWN_ISSUE(4),
    FLAKY(5),
    /** Two targets that were held against each other are not alike. */
    DIFFERENT(16),
    INTERRUPTED(130);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /**
     * The exit code of a run that came to its end, or was interrupted on the way. Of a part of a plan it says what is
     * certain, whatever comes of the other parts.
     *
     * @param bites   entries of known issues that no longer hold
     * @param signals how those of the target moved
     */
    public static ExitCode of(
            PlannedRun run,
            List<CellResult> results,
            KnownBites bites,
            SignalMoves signals,
            boolean failOnFlaky,
            boolean interrupted) {
        if (interrupted) {
            return INTERRUPTED;
        }
        boolean part = run.part().isPresent();
        boolean nothing = !part && results.stream().noneMatch(r -> r.verdict().executed());
        boolean unread = signals.moves().stream().anyMatch(m -> m.isMissed() && !(part && m.isOfNothing()));
        return judged(
                nothing || unread || !missing(run.required(), results).isEmpty(), results, bites, signals, failOnFlaky);
    }

    /**
     * The exit code of a run that was put together from parts.
     *
     * @param complete whether every part is there and told of each of its cells
     */
    public static ExitCode ofMerged(
            Set<Requirement> required,
            boolean complete,
            List<CellResult> results,
            KnownBites bites,
            SignalMoves signals,
            boolean failOnFlaky) {
        boolean nothing = results.stream().noneMatch(r -> r.verdict().executed());
        boolean unread = signals.moves().stream().anyMatch(SignalMove::isMissed);
        return judged(
                nothing || unread || !complete || !missing(required, results).isEmpty(),
                results,
                bites,
                signals,
                failOnFlaky);
    }

    private static ExitCode judged(
            boolean notAllPlayed,
            List<CellResult> results,
            KnownBites bites,
            SignalMoves signals,
            boolean failOnFlaky) {
        if (results.stream().anyMatch(r -> r.verdict() == Verdict.FAILED)
                || signals.moves().stream().anyMatch(SignalMove::exceeds)) {
            return FINDING;
        }
        if (notAllPlayed || results.stream().anyMatch(r -> r.verdict() == Verdict.BROKEN)) {
            return COULD_NOT_RUN;
        }
        if (!bites.isEmpty()) {
            return KNOWN_ISSUE;
        }
        boolean flaky = results.stream().anyMatch(r -> r.verdict() == Verdict.FLAKY);
        return flaky && failOnFlaky ? FLAKY : OK;
    }

    /** The exit code of the same run where it left something behind: a finding and an interruption still come first. */
    public ExitCode notClean() {
        return this == FINDING || this == INTERRUPTED ? this : COULD_NOT_RUN;
    }

    /** What the plan, or its stage, requires and was not played. */
    public static List<Requirement> missing(Set<Requirement> all, List<CellResult> results) {
        return all.stream()
                .filter(required -> required.unmet(results).isPresent())
                .sorted()
                .toList();
    }
}
