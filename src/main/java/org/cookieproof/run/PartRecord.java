package org.cookieproof.run;

import java.time.Instant;
import java.util.List;
import org.cookieproof.result.KnownTold;
import org.cookieproof.result.PlayedShard;
import org.cookieproof.result.RunDirectory;
import org.cookieproof.result.ShardFile;
import org.cookieproof.result.SignalMoves;

/** Keeps {@code shard.json} of a run that plays a part of a plan, from its beginning; writes nothing for any other. */
final class PartRecord {

    private final PlannedRun run;
    private final KnownTally known;
    private final RunDirectory directory;

    PartRecord(PlannedRun run, KnownTally known, RunDirectory directory) {
        this.run = run;
        this.known = known;
        this.directory = directory;
    }

    void begun(String runId, Instant at) {
        run.part().ifPresent(p -> write(p, PlayedShard.begun(p.shard().index(), runId, at)));
    }

    void ended(String runId, Instant start, Instant end, boolean interrupted, SignalMoves signals) {
        run.part()
                .ifPresent(p -> write(
                        p, PlayedShard.begun(p.shard().index(), runId, start).ended(end, interrupted, signals)));
    }

    private void write(Part part, PlayedShard played) {
        // What an injected regression hides is not gone.
        List<KnownTold> told = run.regression().isPresent() ? List.of() : known.told();
        new ShardFile(part.of(), List.of(played), told).write(directory.shard());
    }
}
