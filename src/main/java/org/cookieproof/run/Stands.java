package org.cookieproof.run;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.cookieproof.result.SignalMoves;
import org.cookieproof.tap.RateLimit;
import org.cookieproof.target.TargetUnavailableException;

/**
 * The stands of a run, each started when its first cell needs it; cells that do something to the target itself get one
 * of their own, so that there are at most as many of those as workers.
 */
final class Stands implements AutoCloseable {

    private final PlannedRun run;
    private final long seed;
    private final Path scratch;
    private final Optional<RateLimit> limit;
    private final Map<String, Stand> started = new HashMap<>();
    private final Map<String, RuntimeException> failed = new HashMap<>();
    private final AtomicInteger own = new AtomicInteger();
    private final SignalWatch signals;
    private final InetAddress tapAddress;

    /**
     * @param seed       of targets that can be made alike from one
     * @param tapAddress of this machine, where user agents find the tap
     */
    Stands(PlannedRun run, long seed, Path scratch, InetAddress tapAddress) {
        this.run = run;
        this.seed = seed;
        this.scratch = scratch;
        this.limit = Stand.rateLimit(run);
        this.tapAddress = tapAddress;
        this.signals = new SignalWatch(run.target());
    }

    /**
     * A stand as long as a cell needs it.
     *
     * @param name of the stand, of which no other of the run has the same
     */
    record Lease(Stand stand, String name, boolean own, SignalWatch signals) implements AutoCloseable {
        @Override
        public void close() {
            if (own) {
                try (stand) {
                    signals.end(stand);
                }
            }
        }
    }

    /** @throws TargetUnavailableException where it cannot be started */
    Lease lease(PlannedCell cell) {
        if (!cell.scenario().needsOwnTarget()) {
            return new Lease(of(cell.variant()), cell.variant(), false, signals);
        }
        String name = "own-" + own.incrementAndGet();
        return new Lease(
                begun(Stand.start(run, cell.variant(), seed, scratch.resolve(name), limit, tapAddress)),
                name,
                true,
                signals);
    }

    /** With the target's signals read. */
    private Stand begun(Stand stand) {
        try {
            signals.begin(stand);
            return stand;
        } catch (RuntimeException e) {
            stand.close();
            throw e;
        }
    }

    /** Reads the signals of what is still up, and tells how all of them moved. After the last cell. */
    synchronized SignalMoves signals() {
        started.values().forEach(signals::end);
        return signals.moves(run.plan().gates());
    }

    /** @throws TargetUnavailableException each time anew where it could not be started once */
    private synchronized Stand of(String variant) {
        RuntimeException before = failed.get(variant);
        if (before != null) {
            throw new TargetUnavailableException(String.valueOf(before.getMessage()), before);
        }
        Stand stand = started.get(variant);
        if (stand == null) {
            try {
                stand = begun(Stand.start(run, variant, seed, scratch.resolve(variant), limit, tapAddress));
            } catch (RuntimeException e) {
                failed.put(variant, e);
                throw e;
            }
            started.put(variant, stand);
        }
        return stand;
    }

    @Override
    public synchronized void close() {
        RuntimeException first = null;
        for (Stand stand : started.values()) {
            try {
                stand.close();
            } catch (RuntimeException e) {
                first = first == null ? e : first;
            }
        }
        started.clear();
        if (first != null) {
            throw first;
        }
    }
}
