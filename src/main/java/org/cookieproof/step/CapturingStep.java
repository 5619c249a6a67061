package org.cookieproof.step;

import java.util.List;
import java.util.Set;
import org.cookieproof.evidence.Finding;

/** A step of which something is captured once it has gone well. */
record CapturingStep(Step step, Captures captures) implements Step {

    @Override
    public String title() {
        return step.title();
    }

    @Override
    public Set<String> players() {
        return step.players();
    }

    @Override
    public List<Finding> play(Stage stage) {
        List<Finding> findings = step.play(stage);
        return findings.isEmpty() ? captures.take(stage) : findings;
    }
}
