package org.cookieproof.step;

import com.google.auto.service.AutoService;
import java.util.List;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Role;
import org.cookieproof.http.Scheme;
import org.cookieproof.scenario.StepNode;
import org.cookieproof.yaml.Fields;
import org.cookieproof.yaml.YamlNode;

/** {@code expect: { signed-in-as: { persona: alice, at: sibling } }}: expectations with no action before them. */
@AutoService(Verb.class)
public final class ExpectVerb implements Verb {

    @Override
    public String name() {
        return "expect";
    }

    @Override
    public Step bind(StepNode node, Binder binder) {
        List<Expectation.Bound> bound = Fields.mapping("what follows 'expect:'", node.argument(), binder.problems())
                .map((YamlNode.Mapping m) -> binder.bind(m))
                .orElse(List.of());
        Expectations expectations = new Expectations(bound, binder.captures(node));
        return new Expect(expectations);
    }

    private record Expect(Expectations expectations) implements Step {

        @Override
        public String title() {
            return "expect";
        }

        @Override
        public List<Finding> play(Stage stage) {
            Scheme scheme = stage.setting().scheme();
            WhoAmIProbe probe = new WhoAmIProbe(stage);
            return expectations.examine(stage, new Focus(Role.FIRST, scheme, () -> probe.ask(Role.FIRST, scheme)));
        }
    }
}
