package org.cookieproof.step;

import com.google.auto.service.AutoService;
import org.cookieproof.scenario.StepNode;
import org.cookieproof.target.TargetControl;

/** {@code mend}: what {@code break} has broken works again; corrupt sessions stay corrupt. */
@AutoService(Verb.class)
public final class MendVerb implements Verb {

    @Override
    public String name() {
        return "mend";
    }

    @Override
    public Step bind(StepNode node, Binder binder) {
        binder.fields(node).end();
        ControlStep.refuseExpectations(node, binder);
        if (binder.controls().isEmpty()) {
            binder.problems().add(node.at(), "nothing to mend: no 'break' before it");
        }
        return new ControlStep("mend what is broken", stage -> {
            TargetControl control = stage.control();
            control.mend();
            stage.targetIsMended();
        });
    }
}
