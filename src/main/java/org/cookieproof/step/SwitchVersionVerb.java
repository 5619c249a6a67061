package org.cookieproof.step;

import com.google.auto.service.AutoService;
import org.cookieproof.scenario.StepNode;
import org.cookieproof.target.Control;
import org.cookieproof.target.TargetDefinition;
import org.cookieproof.yaml.Fields;

/**
 * {@code switch-version: { to: secure-login }}: the target goes on with the settings of another variant, as after a
 * deployment or a rollback; accounts, sessions and jars stay. {@code default} is a variant too.
 */
@AutoService(Verb.class)
public final class SwitchVersionVerb implements Verb {

    @Override
    public String name() {
        return "switch-version";
    }

    @Override
    public Step bind(StepNode node, Binder binder) {
        Fields fields = binder.fields(node);
        String to = fields.text("to");
        fields.end();
        ControlStep.refuseExpectations(node, binder);
        binder.usesControl(Control.SWITCH_VERSION);
        binder.usesVersion(fields.at("to"), to);
        return new ControlStep(
                "switch to version " + to, stage -> stage.control().switchTo(version(stage, to)));
    }

    private static TargetDefinition.Variant version(Stage stage, String name) {
        TargetDefinition.Variant variant = stage.setting().target().variants().get(name);
        if (variant == null) {
            throw new IllegalStateException("planned without a variant: " + name);
        }
        return variant;
    }
}
