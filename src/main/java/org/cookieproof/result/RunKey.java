package org.cookieproof.result;

import java.util.Objects;
import java.util.Optional;

/**
 * What a result was obtained under.
 *
 * @param run        the run's id, unique
 * @param regression the injected regression's id; empty for none
 */
public record RunKey(String run, String target, String variant, Optional<String> regression) {

    public RunKey {
        Objects.requireNonNull(run);
        Objects.requireNonNull(target);
        Objects.requireNonNull(variant);
        Objects.requireNonNull(regression);
    }

    /** Whether a result is of the same run: a plan may play some of its cells under another variant of its target. */
    public boolean sameRun(RunKey other) {
        return run.equals(other.run) && target.equals(other.target) && regression.equals(other.regression);
    }
}
