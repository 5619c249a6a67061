package org.cookieproof.run;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.cookieproof.result.RunDirectory;

/**
 * How a run is to be executed, as opposed to what it is made of.
 *
 * @param reports     the folder below which the run makes its own
 * @param jobs        cells at once; 0 for as many as processors and free memory allow
 * @param failFast    ends the run after the first cell that failed or broke
 * @param retries     how often a cell that failed or broke is played again; empty for as the plan says
 * @param repeat      how often each cell is played, from 1; with more than 1 nothing is retried
 * @param failOnFlaky whether a flaky cell makes the exit code 5
 * @param again       where a cell of an earlier run is to be played as it was
 * @param remote      where browsers are had from a Selenium Grid
 */
public record RunOptions(
        Path reports,
        int jobs,
        boolean headed,
        boolean failFast,
        OptionalInt retries,
        int repeat,
        boolean failOnFlaky,
        Optional<Again> again,
        Optional<Remote> remote) {

    /**
     * What makes a run like an earlier one.
     *
     * @param directory where it leaves its files, beside those of the earlier run; recordings of all cells are kept
     * @param seed      of the earlier run's target
     * @param accounts  persona to the number, from 1, of the account that it had
     */
    public record Again(RunDirectory directory, long seed, Map<String, Integer> accounts) {
        public Again {
            Objects.requireNonNull(directory);
            accounts = Map.copyOf(accounts);
        }
    }

    public RunOptions {
        Objects.requireNonNull(reports);
        Objects.requireNonNull(retries);
        Objects.requireNonNull(again);
        Objects.requireNonNull(remote);
        if (repeat < 1) {
            throw new IllegalArgumentException("a cell is played once at least, not " + repeat + " times");
        }
    }

    /** Each cell once, retried as the plan says. */
    public RunOptions(Path reports, int jobs, boolean headed, boolean failFast) {
        this(reports, jobs, headed, failFast, OptionalInt.empty(), 1, false, Optional.empty(), Optional.empty());
    }

    public RunOptions withRetries(int times) {
        return new RunOptions(
                reports, jobs, headed, failFast, OptionalInt.of(times), repeat, failOnFlaky, again, remote);
    }

    public RunOptions withRepeat(int times) {
        return new RunOptions(reports, jobs, headed, failFast, retries, times, failOnFlaky, again, remote);
    }

    public RunOptions withFailOnFlaky(boolean fail) {
        return new RunOptions(reports, jobs, headed, failFast, retries, repeat, fail, again, remote);
    }

    public RunOptions with(Again earlier) {
        return new RunOptions(
                reports, jobs, headed, failFast, retries, repeat, failOnFlaky, Optional.of(earlier), remote);
    }

    public RunOptions with(Remote elsewhere) {
        return new RunOptions(
                reports, jobs, headed, failFast, retries, repeat, failOnFlaky, again, Optional.of(elsewhere));
    }
}
