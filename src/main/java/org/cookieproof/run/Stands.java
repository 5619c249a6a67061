package org.cookieproof.run;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.cookieproof.target.TargetUnavailableException;

/** The stands of a run, each started when its first cell needs it. */
final class Stands implements AutoCloseable {

    private final PlannedRun run;
    private final Path scratch;
    private final Map<String, Stand> started = new HashMap<>();
    private final Map<String, RuntimeException> failed = new HashMap<>();

    Stands(PlannedRun run, Path scratch) {
        this.run = run;
        this.scratch = scratch;
    }

    /** @throws TargetUnavailableException each time anew where it could not be started once */
    synchronized Stand of(String variant) {
        RuntimeException before = failed.get(variant);
        if (before != null) {
            throw new TargetUnavailableException(String.valueOf(before.getMessage()), before);
        }
        Stand stand = started.get(variant);
        if (stand == null) {
            try {
                stand = Stand.start(run, variant, scratch.resolve(variant));
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
