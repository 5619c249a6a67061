package org.cookieproof.engine;

import org.cookieproof.run.PlannedCell;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/** One cell. Its name says scenario, profile and scheme, since reports show little else. */
final class CellDescriptor extends AbstractTestDescriptor {

    private final PlannedCell cell;

    CellDescriptor(UniqueId uniqueId, PlannedCell cell, TestSource source) {
        super(uniqueId, cell.id().toString(), source);
        this.cell = cell;
    }

    PlannedCell cell() {
        return cell;
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }
}
