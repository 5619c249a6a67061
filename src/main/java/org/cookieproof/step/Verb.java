package org.cookieproof.step;

import org.cookieproof.scenario.StepNode;

/** The word for one kind of step. Found by {@link java.util.ServiceLoader}. */
public interface Verb {

    /** As scenarios say it: {@code visit}. */
    String name();

    /** Reads the step's argument; what is wrong with it goes to the binder's problems. */
    Step bind(StepNode node, Binder binder);
}
