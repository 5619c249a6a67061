package org.cookieproof.engine;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cookieproof.run.PlannedCell;
import org.cookieproof.run.PlannedRun;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;

/** The root of the tree: a planned run, or nothing where none was selected. */
final class RunDescriptor extends EngineDescriptor {

    private @Nullable PlannedRun run;

    RunDescriptor(UniqueId uniqueId) {
        super(uniqueId, "Cookieproof");
    }

    void plan(PlannedRun run) {
        this.run = run;
    }

    Optional<PlannedRun> run() {
        return Optional.ofNullable(run);
    }

    /** The cells that are still in the tree: filters may have taken some out since discovery. */
    Set<PlannedCell> remainingCells() {
        return getDescendants().stream()
                .filter(CellDescriptor.class::isInstance)
                .map(d -> ((CellDescriptor) d).cell())
                .collect(Collectors.toUnmodifiableSet());
    }
}
