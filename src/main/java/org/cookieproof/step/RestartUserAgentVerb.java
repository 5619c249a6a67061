package org.cookieproof.step;

import com.google.auto.service.AutoService;
import java.util.List;
import org.cookieproof.evidence.Finding;
import org.cookieproof.scenario.StepNode;

/** {@code restart-user-agent}: ends the user agent as a person does and starts it again with what it kept. */
@AutoService(Verb.class)
public final class RestartUserAgentVerb implements Verb {

    @Override
    public String name() {
        return "restart-user-agent";
    }

    @Override
    public Step bind(StepNode node, Binder binder) {
        binder.fields(node).end();
        binder.restartsUserAgent();
        if (!node.expect().isEmpty()) {
            binder.problems().add(node.at(), "nothing is shown after a restart; put 'expect:' on the next 'visit'");
        }
        return new Restart();
    }

    private record Restart() implements Step {

        @Override
        public String title() {
            return "restart the user agent";
        }

        @Override
        public List<Finding> play(Stage stage) {
            stage.session().restart();
            stage.restarted();
            return List.of();
        }
    }
}
