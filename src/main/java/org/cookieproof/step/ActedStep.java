package org.cookieproof.step;

import java.util.List;
import java.util.Set;
import org.cookieproof.evidence.Finding;

/** A step and who plays it. */
record ActedStep(Actor actor, Step step) implements Step {

    @Override
    public String title() {
        return actor.prefix() + step.title();
    }

    @Override
    public Set<String> players() {
        return actor.userAgents();
    }

    @Override
    public List<Finding> play(Stage stage) {
        return actor.play(stage.cast(), step::play);
    }
}
