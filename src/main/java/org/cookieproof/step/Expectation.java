package org.cookieproof.step;

import java.util.List;
import org.cookieproof.evidence.Finding;
import org.cookieproof.yaml.YamlNode;

/** The word for one kind of expectation. Found by {@link java.util.ServiceLoader}. */
public interface Expectation {

    /** As scenarios say it: {@code signed-in-as}. */
    String name();

    /** Reads the expectation's argument; what is wrong with it goes to the binder's problems. */
    Bound bind(YamlNode argument, Binder binder);

    /** An expectation ready to be held against what happened. */
    @FunctionalInterface
    interface Bound {

        List<Finding> examine(Stage stage, Focus focus);

        /** Whether it asks the target anything: such expectations come after all others, since asking may renew. */
        default boolean probes() {
            return false;
        }
    }
}
