package org.cookieproof.result;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A part of a plan and the run that played it.
 *
 * @param index       of the part, from 1
 * @param run         the run's id
 * @param endedAt     empty while it goes on, and for good when it was killed
 * @param interrupted whether it was told to end before it had played all of its cells
 * @param untold      how many of its cells have no line in its results that can be read
 * @param signals     how those of the target moved while it played
 */
public record PlayedShard(
        int index,
        String run,
        Instant startedAt,
        Optional<Instant> endedAt,
        boolean interrupted,
        int untold,
        SignalMoves signals) {

    public PlayedShard {
        Objects.requireNonNull(run);
        Objects.requireNonNull(startedAt);
        Objects.requireNonNull(endedAt);
        Objects.requireNonNull(signals);
    }

    /** As it stands when it begins. */
    public static PlayedShard begun(int index, String run, Instant at) {
        return new PlayedShard(index, run, at, Optional.empty(), false, 0, SignalMoves.NONE);
    }

    public PlayedShard ended(Instant at, boolean early, SignalMoves moves) {
        return new PlayedShard(index, run, startedAt, Optional.of(at), early, untold, moves);
    }

    public PlayedShard with(int cellsUntold) {
        return new PlayedShard(index, run, startedAt, endedAt, interrupted, cellsUntold, signals);
    }

    /** Whether all of its cells came to a verdict of their own. */
    public boolean isComplete() {
        return endedAt.isPresent() && !interrupted && untold == 0;
    }
}
