package org.cookieproof.step;

import com.google.auto.service.AutoService;
import java.util.Map;
import java.util.Optional;
import org.cookieproof.evidence.Role;
import org.cookieproof.scenario.StepNode;
import org.cookieproof.yaml.Fields;

/** {@code do: { flow: preview, at: first, as: alice, with: { text: hello } }}: plays any flow of the target. */
@AutoService(Verb.class)
public final class DoVerb implements Verb {

    @Override
    public String name() {
        return "do";
    }

    @Override
    public Step bind(StepNode node, Binder binder) {
        Fields fields = binder.fields(node);
        String flow = fields.text("flow");
        Role at = binder.role(fields, "at");
        Optional<String> as = binder.persona(fields, "as");
        Map<String, String> with = fields.textMap("with");
        fields.end();
        binder.usesFlow(fields.at("flow"), flow, at, with.keySet());
        return new FlowStep(flow, at, as, node.scheme(), with, binder.expectations(node));
    }
}
