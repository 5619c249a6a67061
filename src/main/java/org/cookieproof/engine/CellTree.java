package org.cookieproof.engine;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.cookieproof.run.PlannedCell;
import org.cookieproof.run.PlannedRun;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;

/** Builds the tree: {@code [scenario:path]/[profile:id]/[scheme:https]}, never a line number, so that ids stay. */
final class CellTree {

    private final RunDescriptor root;
    private final Map<UniqueId, TestDescriptor> scenarios = new HashMap<>();

    CellTree(UniqueId uniqueId) {
        root = new RunDescriptor(uniqueId);
    }

    RunDescriptor root() {
        return root;
    }

    /**
     * Adds the selected cells of a run.
     *
     * @param files selected scenario files, absolute
     * @param ids   selected unique ids, of cells or of what stands above them
     * @param all   whether the whole folder was selected
     */
    void add(PlannedRun run, Path folder, Set<Path> files, Set<UniqueId> ids, boolean all) {
        root.plan(run);
        for (PlannedCell cell : run.cells()) {
            Path file = folder.resolve(cell.id().scenario() + ".yaml");
            UniqueId scenario =
                    root.getUniqueId().append("scenario", cell.id().scenario().value());
            UniqueId id = scenario.append("profile", cell.id().profile().value())
                    .append("scheme", cell.id().scheme().wireName());
            boolean selected = all || files.contains(file) || ids.stream().anyMatch(id::hasPrefix);
            if (selected) {
                TestSource source = FileSource.from(
                        file.toFile(),
                        FilePosition.from(cell.scenario().steps().get(0).at().line()));
                container(scenario, cell, source).addChild(new CellDescriptor(id, cell, source));
            }
        }
    }

    private TestDescriptor container(UniqueId id, PlannedCell cell, TestSource source) {
        return scenarios.computeIfAbsent(id, i -> {
            ScenarioDescriptor descriptor = new ScenarioDescriptor(
                    i, cell.id().scenario() + " — " + cell.scenario().scenario().title(), source);
            root.addChild(descriptor);
            return descriptor;
        });
    }
}
