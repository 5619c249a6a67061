package org.cookieproof.step;

import com.google.auto.service.AutoService;
import java.util.List;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Role;
import org.cookieproof.http.Scheme;
import org.cookieproof.scenario.StepNode;
import org.cookieproof.yaml.Fields;
import org.cookieproof.yaml.YamlNode;

/** {@code capture: { token: { field: "[name=token]" } }}: keeps texts for later steps, with no action before them. */
@AutoService(Verb.class)
public final class CaptureVerb implements Verb {

    @Override
    public String name() {
        return "capture";
    }

    @Override
    public Step bind(StepNode node, Binder binder) {
        YamlNode.Mapping mapping = Fields.mapping("what follows 'capture:'", node.argument(), binder.problems())
                .orElse(new YamlNode.Mapping(node.at(), List.of()));
        return new Capture(new Expectations(binder.bound(node), Captures.bind(mapping, binder)));
    }

    private record Capture(Expectations expectations) implements Step {

        @Override
        public String title() {
            return "capture";
        }

        @Override
        public List<Finding> play(Stage stage) {
            Scheme scheme = stage.setting().scheme();
            WhoAmIProbe probe = new WhoAmIProbe(stage);
            return expectations.examine(stage, new Focus(Role.FIRST, scheme, () -> probe.ask(Role.FIRST, scheme)));
        }
    }
}
