package org.cookieproof.step;

import com.google.auto.service.AutoService;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cookieproof.evidence.Role;
import org.cookieproof.scenario.StepNode;
import org.cookieproof.yaml.Fields;

/** {@code log-out: { at: first }}: short for the flow of that name. */
@AutoService(Verb.class)
public final class LogOutVerb implements Verb {

    @Override
    public String name() {
        return "log-out";
    }

    @Override
    public Step bind(StepNode node, Binder binder) {
        Fields fields = binder.fields(node);
        Role at = binder.role(fields, "at");
        fields.end();
        binder.usesFlow(node.at(), name(), at, Set.of());
        return new FlowStep(name(), at, Optional.empty(), node.scheme(), Map.of(), binder.expectations(node));
    }
}
