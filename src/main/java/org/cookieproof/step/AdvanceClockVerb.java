package org.cookieproof.step;

import com.google.auto.service.AutoService;
import java.time.Duration;
import java.util.Optional;
import org.cookieproof.scenario.StepNode;
import org.cookieproof.target.Control;
import org.cookieproof.yaml.Fields;

/**
 * {@code advance-clock: { by: 61 min }}: puts the target's clock forward, so that its sessions and tokens age. The user
 * agent's own clock does not move: no cookie in its jar expires by this.
 */
@AutoService(Verb.class)
public final class AdvanceClockVerb implements Verb {

    @Override
    public String name() {
        return "advance-clock";
    }

    @Override
    public Step bind(StepNode node, Binder binder) {
        Fields fields = binder.fields(node);
        Optional<Duration> by = TimeSpan.read(fields, "by", binder);
        if (fields.node("by").isEmpty()) {
            binder.problems().add(node.at(), "'advance-clock' needs 'by:' with a span of time, as '61 min'");
        }
        fields.end();
        ControlStep.refuseExpectations(node, binder);
        binder.usesControl(Control.ADVANCE_CLOCK);
        Duration span = by.orElse(Duration.ZERO);
        return new ControlStep(
                "put the target's clock forward by "
                        + span.toString().substring(2).toLowerCase(java.util.Locale.ROOT),
                stage -> stage.control().advanceClock(span));
    }
}
