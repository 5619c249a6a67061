package org.cookieproof.step;

import java.util.ArrayList;
import java.util.List;
import org.cookieproof.evidence.Finding;

/** The expectations of one step. */
public record Expectations(List<Expectation.Bound> bound) {

    public Expectations {
        bound = List.copyOf(bound);
    }

    /** Holds all of them against what happened, the probing ones last. */
    public List<Finding> examine(Stage stage, Focus focus) {
        List<Finding> findings = new ArrayList<>();
        bound.stream().filter(e -> !e.probes()).forEach(e -> findings.addAll(e.examine(stage, focus)));
        bound.stream().filter(Expectation.Bound::probes).forEach(e -> findings.addAll(e.examine(stage, focus)));
        return findings;
    }
}
