package org.cookieproof.evidence;

import java.util.List;
import java.util.Set;

/**
 * What happened to the target beside the traffic, and what it told of itself.
 *
 * @param faultySteps the indices of the steps during which something of the target was broken on purpose
 * @param log         the lines of the target's own log that were written meanwhile; empty where it shows none
 */
public record Circumstances(Set<Integer> faultySteps, List<String> log) {

    /** Nothing was broken, and there is no log to be seen. */
    public static final Circumstances ORDINARY = new Circumstances(Set.of(), List.of());

    public Circumstances {
        faultySteps = Set.copyOf(faultySteps);
        log = List.copyOf(log);
    }
}
