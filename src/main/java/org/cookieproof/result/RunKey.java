package org.cookieproof.result;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;

/**
 * What a result was obtained under.
 *
 * @param run        the run's id, unique
 * @param regression the injected regression's id; empty for none
 */
public record RunKey(String run, String target, String variant, Optional<String> regression) {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    /**
     * The id of a run; ids stand in the order in which the runs began.
     *
     * @param rest what makes it unique, and tells people which it is
     */
    public static String id(Instant begun, String rest) {
        return STAMP.format(begun) + "-" + rest;
    }

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
