package org.cookieproof.check;

import java.util.ArrayList;
import java.util.List;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.Finding;

/** Runs checks over evidence. */
public final class Checks {

    private Checks() {}

    /**
     * What all these checks find, in their order.
     *
     * @throws CheckBrokenException naming the check that threw: a fault of ours, so that the cell is broken, not failed
     */
    public static List<Finding> examineAll(List<Check> checks, Evidence evidence) {
        List<Finding> findings = new ArrayList<>();
        for (Check check : checks) {
            try {
                findings.addAll(check.examine(evidence));
            } catch (RuntimeException | StackOverflowError e) {
                throw new CheckBrokenException(check.id(), e);
            }
        }
        return List.copyOf(findings);
    }
}
