package org.cookieproof.step;

import com.google.auto.service.AutoService;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.cookieproof.driver.Page;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Identity;
import org.cookieproof.evidence.Role;
import org.cookieproof.http.Scheme;
import org.cookieproof.scenario.StepNode;
import org.cookieproof.yaml.Fields;
import org.cookieproof.yaml.YamlNode;

/**
 * {@code wait: { for: { signed-in-as: alice, at: other } }}: views the site's page again and again until it says so.
 * Auto-login may need its script to end, or a second view.
 */
@AutoService(Verb.class)
public final class WaitVerb implements Verb {

    /** Views after which a person would have given up. */
    private static final int VIEWS = 5;

    private static final Duration BETWEEN = Duration.ofMillis(200);

    @Override
    public String name() {
        return "wait";
    }

    @Override
    public Step bind(StepNode node, Binder binder) {
        Fields fields = binder.fields(node);
        YamlNode.Mapping condition = fields.mapping("for").orElse(new YamlNode.Mapping(node.at(), List.of()));
        Fields forWhat = new Fields(condition, "'for'", binder.problems());
        Optional<String> persona = binder.persona(forWhat, "signed-in-as");
        if (persona.isEmpty()) {
            binder.problems().add(node.at(), "'wait' needs 'for: { signed-in-as: PERSONA, at: ROLE }'");
        }
        Role at = binder.role(forWhat, "at");
        forWhat.end();
        fields.end();
        return new Wait(persona.orElse(Binder.NOBODY), at, node.scheme(), binder.expectations(node));
    }

    private record Wait(String persona, Role at, Optional<Scheme> scheme, Expectations expectations) implements Step {

        @Override
        public String title() {
            return "wait until signed in as " + persona + " at " + at;
        }

        @Override
        public List<Finding> play(Stage stage) {
            Scheme over = scheme.orElse(stage.setting().scheme());
            WhoAmIProbe probe = new WhoAmIProbe(stage);
            Identity wanted = SignedInAsExpectation.identity(stage, persona);
            Identity seen = new Identity.Unknown("no page was viewed");
            String target = stage.setting().target().flows().whoAmI(at).pageTarget();
            for (int view = 0; view < VIEWS; view++) {
                if (view > 0) {
                    stage.tap().awaitQuiet(BETWEEN, stage.setting().patience());
                }
                Page page = stage.arrive(stage.session().open(stage.url(at, over, target)));
                seen = probe.onPage(at, page);
                if (seen.equals(wanted)) {
                    return expectations.examine(stage, new Focus(at, over, () -> probe.ask(at, over)));
                }
            }
            return List.of(stage.finding(
                    "signed-in-as",
                    "wait at " + at,
                    at + " shows that " + wanted + " is signed in, after at most " + VIEWS + " views",
                    "the page still says " + seen,
                    stage.newest()));
        }
    }
}
