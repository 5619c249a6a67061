package org.cookieproof.step;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Role;
import org.cookieproof.scenario.StepNode;
import org.cookieproof.yaml.Fields;

/**
 * {@code block: { at: [central, other], path: deleteCookies }}: from now on the user agent's requests to these sites, or
 * those of them in whose path and query the pattern is found, are refused before the target hears of them, as by a
 * blocker or a filtering proxy (facts: regressions.json, logout-partial-failure).
 */
@AutoService(Verb.class)
public final class BlockVerb implements Verb {

    @Override
    public String name() {
        return "block";
    }

    @Override
    public Step bind(StepNode node, Binder binder) {
        Fields fields = binder.fields(node);
        List<Role> at = binder.roles(fields, "at");
        Optional<Pattern> path = fields.pattern("path");
        fields.end();
        if (!binder.expectations(node).isEmpty()) {
            binder.problems()
                    .add(node.at(), "'block' does nothing to expect of; move 'expect:' and 'capture:' to another step");
        }
        return new Block(at, path.orElse(Pattern.compile("")));
    }

    private record Block(List<Role> at, Pattern path) implements Step {

        @Override
        public String title() {
            return "block " + (path.pattern().isEmpty() ? "everything" : path) + " at " + at;
        }

        @Override
        public List<Finding> play(Stage stage) {
            Set<String> hosts = at.stream().map(stage::host).collect(Collectors.toSet());
            stage.tap().block(hosts, path);
            return List.of();
        }
    }
}
