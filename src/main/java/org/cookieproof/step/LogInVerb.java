package org.cookieproof.step;

import com.google.auto.service.AutoService;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cookieproof.evidence.Role;
import org.cookieproof.scenario.StepNode;
import org.cookieproof.yaml.Fields;

/** {@code log-in: { as: alice, at: first, remember: true }}: short for the flow of that name. */
@AutoService(Verb.class)
public final class LogInVerb implements Verb {

    @Override
    public String name() {
        return "log-in";
    }

    @Override
    public Step bind(StepNode node, Binder binder) {
        Fields fields = binder.fields(node);
        Optional<String> as = binder.persona(fields, "as");
        if (as.isEmpty()) {
            binder.problems().add(node.at(), "'log-in' needs 'as:' with a persona (any name; 'alice' is usual)");
        }
        Role at = binder.role(fields, "at");
        boolean remember = fields.flag("remember", false);
        fields.end();
        binder.usesFlow(node.at(), name(), at, Set.of("remember"));
        return new FlowStep(
                name(), at, as, node.scheme(), Map.of("remember", remember ? "1" : ""), binder.expectations(node));
    }
}
