package org.cookieproof.check;

import java.util.List;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.Finding;

/** One rule. Found by {@link java.util.ServiceLoader}; runs in every cell unasked, so every check is an invariant. */
public interface Check {

    /** Short, stable, a sentence's core: {@code no-secure-over-http}. */
    String id();

    /** The rule's source: RFC section or task id. */
    String source();

    /** One line for a person: what must hold. */
    String title();

    /** Whose fault a finding is. */
    Side side();

    /**
     * Whether it compares what several user agents of one cell did. Otherwise it examines one at a time: what one has
     * received says nothing of what another may send.
     */
    default boolean comparesUserAgents() {
        return false;
    }

    /** Whether all that it finds are warnings: a cell passes with them. */
    default boolean onlyWarns() {
        return false;
    }

    /** What is wrong; empty when all is well. Pure; never throws for any evidence. */
    List<Finding> examine(Evidence evidence);

    /** Whom an invariant binds. */
    enum Side {
        /** Every cell, whatever the profile. */
        SERVER,
        /** Judged against the profile's declared deviations. */
        CLIENT
    }
}
