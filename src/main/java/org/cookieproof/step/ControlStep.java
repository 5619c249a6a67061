package org.cookieproof.step;

import java.util.List;
import java.util.Objects;
import org.cookieproof.evidence.Finding;
import org.cookieproof.scenario.StepNode;

/**
 * Does something to the target itself, once the user agent has fallen quiet. What is shown by then may no longer be
 * true.
 */
record ControlStep(String title, Act act) implements Step {

    /** What is done. */
    @FunctionalInterface
    interface Act {
        void on(Stage stage);
    }

    ControlStep {
        Objects.requireNonNull(title);
        Objects.requireNonNull(act);
    }

    @Override
    public List<Finding> play(Stage stage) {
        stage.settle();
        act.on(stage);
        stage.requestedBesides();
        return List.of();
    }

    /** Nothing is seen of it until the user agent asks again. */
    static void refuseExpectations(StepNode node, Binder binder) {
        if (!node.expect().isEmpty()) {
            binder.problems()
                    .add(node.at(), "'" + node.verb() + "' shows nothing by itself; put 'expect:' on the next 'visit'");
        }
    }
}
