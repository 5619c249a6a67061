package org.cookieproof.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cookieproof.evidence.Finding;

/** What is captured of one step, and what is expected of it. */
public record Expectations(List<Expectation.Bound> bound, Captures captures) {

    public Expectations {
        bound = List.copyOf(bound);
        Objects.requireNonNull(captures);
    }

    /** Whether nothing is wanted. */
    boolean isEmpty() {
        return bound.isEmpty() && captures.isEmpty();
    }

    /** Captures what is there now, then holds the expectations against what happened, the probing ones last. */
    public List<Finding> examine(Stage stage, Focus focus) {
        List<Finding> findings = new ArrayList<>(captures.take(stage));
        bound.stream().filter(e -> !e.probes()).forEach(e -> findings.addAll(e.examine(stage, focus)));
        bound.stream().filter(Expectation.Bound::probes).forEach(e -> findings.addAll(e.examine(stage, focus)));
        return findings;
    }
}
