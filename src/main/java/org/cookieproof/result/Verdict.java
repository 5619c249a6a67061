package org.cookieproof.result;

import java.util.Arrays;

/** The verdict on a cell. */
public enum Verdict {
    PASSED("passed"),
    FAILED("failed"),
    /** An expected failure with owner, bug and end date. */
    KNOWN("known"),
    /** Failed, then passed on retry. */
    FLAKY("flaky"),
    /** The profile cannot do what the scenario needs. */
    NOT_APPLICABLE("not-applicable"),
    /** The target is not like that, or the run ended first. */
    NOT_RUN("not-run"),
    /** The harness or the environment failed: nothing was observed. */
    BROKEN("broken");

    private final String wireName;

    Verdict(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    public static Verdict named(String wireName) {
        return Arrays.stream(values())
                .filter(v -> v.wireName.equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such verdict: " + wireName));
    }

    /** Whether the cell was played to an observation. */
    public boolean executed() {
        return this == PASSED || this == FAILED || this == KNOWN || this == FLAKY;
    }

    @Override
    public String toString() {
        return wireName;
    }
}
