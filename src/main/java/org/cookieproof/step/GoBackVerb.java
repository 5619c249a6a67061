package org.cookieproof.step;

import com.google.auto.service.AutoService;
import java.util.List;
import org.cookieproof.driver.Page;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Role;
import org.cookieproof.http.Scheme;
import org.cookieproof.scenario.StepNode;

/** {@code go-back}: the Back command. */
@AutoService(Verb.class)
public final class GoBackVerb implements Verb {

    @Override
    public String name() {
        return "go-back";
    }

    @Override
    public Step bind(StepNode node, Binder binder) {
        binder.fields(node).end();
        return new GoBack(binder.expectations(node));
    }

    private record GoBack(Expectations expectations) implements Step {

        @Override
        public String title() {
            return "go back";
        }

        @Override
        public List<Finding> play(Stage stage) {
            Scheme scheme = stage.setting().scheme();
            Page page = stage.arrive(stage.session().goBack());
            if (page.error().isPresent()) {
                return List.of(stage.finding(
                        "page-is-shown",
                        "page after going back",
                        "the page that was shown before",
                        page.error().get(),
                        stage.newest()));
            }
            WhoAmIProbe probe = new WhoAmIProbe(stage);
            return expectations.examine(stage, new Focus(Role.FIRST, scheme, () -> probe.ask(Role.FIRST, scheme)));
        }
    }
}
