package org.cookieproof.step;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.NoSuchElementException;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Role;
import org.cookieproof.http.Scheme;
import org.cookieproof.scenario.StepNode;
import org.cookieproof.yaml.Fields;

/** {@code fill: { field: "#wpTextbox1", with: my words }}: types into a field of the current page; submits nothing. */
@AutoService(Verb.class)
public final class FillVerb implements Verb {

    @Override
    public String name() {
        return "fill";
    }

    @Override
    public Step bind(StepNode node, Binder binder) {
        Fields fields = binder.fields(node);
        String field = fields.text("field");
        String with = fields.text("with");
        fields.end();
        binder.needs("forms");
        return new Fill(field, with, binder.expectations(node));
    }

    private record Fill(String field, String with, Expectations expectations) implements Step {

        @Override
        public String title() {
            return "fill " + field;
        }

        @Override
        public List<Finding> play(Stage stage) {
            if (stage.page().isEmpty()) {
                return List.of(wrong(stage, "no page was opened before"));
            }
            try {
                stage.session().fill(field, with);
            } catch (NoSuchElementException e) {
                return List.of(wrong(stage, String.valueOf(e.getMessage())));
            }
            Scheme scheme = stage.setting().scheme();
            WhoAmIProbe probe = new WhoAmIProbe(stage);
            return expectations.examine(stage, new Focus(Role.FIRST, scheme, () -> probe.ask(Role.FIRST, scheme)));
        }

        private Finding wrong(Stage stage, String observed) {
            return stage.finding("fill", "field " + field, "a page with the field " + field, observed, stage.newest());
        }
    }
}
