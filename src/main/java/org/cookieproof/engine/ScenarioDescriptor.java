package org.cookieproof.engine;

import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/** A scenario with its cells below it. */
final class ScenarioDescriptor extends AbstractTestDescriptor {

    ScenarioDescriptor(UniqueId uniqueId, String title, TestSource source) {
        super(uniqueId, title, source);
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }
}
