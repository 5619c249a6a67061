package org.cookieproof.step;

import com.google.auto.service.AutoService;
import java.util.Optional;
import org.cookieproof.scenario.StepNode;
import org.cookieproof.target.Control;
import org.cookieproof.target.SessionScope;
import org.cookieproof.yaml.Fields;

/**
 * {@code reset-sessions: { of: alice, scope: central }}: the target ends sessions: all of them as an operator does, or
 * its store forgets the central or the local ones; of one persona or of everybody.
 */
@AutoService(Verb.class)
public final class ResetSessionsVerb implements Verb {

    @Override
    public String name() {
        return "reset-sessions";
    }

    @Override
    public Step bind(StepNode node, Binder binder) {
        Fields fields = binder.fields(node);
        Optional<String> of = binder.persona(fields, "of");
        if (of.filter(Binder.NOBODY::equals).isPresent()) {
            binder.problems().add(node.at(), "'of:' is a persona; leave it out to reset everybody's sessions");
        }
        SessionScope scope = fields.oneOf("scope", "scope", SessionScope::named, SessionScope.words())
                .orElse(SessionScope.ALL);
        fields.end();
        ControlStep.refuseExpectations(node, binder);
        binder.usesControl(Control.RESET_SESSIONS);
        String whose = of.map(persona -> " of " + persona).orElse("");
        return new ControlStep(
                "reset " + scope.wireName() + " sessions" + whose,
                stage -> stage.control().resetSessions(scope, of.map(stage::account)));
    }
}
