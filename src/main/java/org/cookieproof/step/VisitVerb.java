package org.cookieproof.step;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cookieproof.driver.Page;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Role;
import org.cookieproof.http.Scheme;
import org.cookieproof.scenario.StepNode;
import org.cookieproof.yaml.Fields;

/** {@code visit: { at: [first, central] }}: opens a page of each site in turn, as by typing its address. */
@AutoService(Verb.class)
public final class VisitVerb implements Verb {

    @Override
    public String name() {
        return "visit";
    }

    @Override
    public Step bind(StepNode node, Binder binder) {
        Fields fields = binder.fields(node);
        List<Role> at = binder.roles(fields, "at");
        Optional<String> path = binder.path(fields, "path");
        fields.end();
        return new Visit(at, path, node.scheme(), binder.expectations(node));
    }

    private record Visit(List<Role> at, Optional<String> path, Optional<Scheme> scheme, Expectations expectations)
            implements Step {

        @Override
        public String title() {
            return "visit " + at + scheme.map(s -> " over " + s).orElse("");
        }

        @Override
        public List<Finding> play(Stage stage) {
            Scheme over = scheme.orElse(stage.setting().scheme());
            WhoAmIProbe probe = new WhoAmIProbe(stage);
            List<Finding> findings = new ArrayList<>();
            for (Role role : at) {
                String target = path.orElse(
                        stage.setting().target().flows().whoAmI(role).pageTarget());
                Page page = stage.arrive(stage.session().open(stage.url(role, over, target)));
                if (page.error().isPresent()) {
                    findings.add(stage.finding(
                            "page-is-shown",
                            "visit of " + role,
                            "a page at " + role,
                            page.error().get(),
                            stage.newest()));
                } else {
                    findings.addAll(expectations.examine(stage, new Focus(role, over, () -> probe.ask(role, over))));
                }
            }
            return findings;
        }
    }
}
