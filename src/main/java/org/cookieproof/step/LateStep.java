package org.cookieproof.step;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cookieproof.evidence.Finding;
import org.cookieproof.scenario.StepNode;
import org.cookieproof.scenario.Substitution;
import org.cookieproof.yaml.Problem;
import org.cookieproof.yaml.Problems;
import org.cookieproof.yaml.YamlNode;

/**
 * A step whose texts mention what an earlier one captures. It was bound once, so that mistakes are told before anything
 * runs, and is bound again with what was captured.
 *
 * @param asWritten bound with the names still in it
 */
record LateStep(StepNode node, Binder binder, Step asWritten) implements Step {

    /** Shorter texts may stand in a subject by chance. */
    private static final int SHORTEST = 4;

    @Override
    public String title() {
        return asWritten.title();
    }

    @Override
    public Set<String> players() {
        return asWritten.players();
    }

    @Override
    public List<Finding> play(Stage stage) {
        Map<String, String> captured = stage.cast().captured();
        Problems problems = new Problems();
        Step bound = binder.again(problems).bindFilled(node.map(n -> filled(n, captured)));
        if (problems.isEmpty()) {
            return bound.play(stage).stream()
                    .map(f -> f.about(named(f.subject(), captured)))
                    .toList();
        }
        String why = problems.sorted().stream().map(Problem::message).collect(Collectors.joining("; "));
        return List.of(stage.finding(
                "capture",
                "what was captured is of use in: " + asWritten.title(),
                "captured texts that the step can be played with",
                why,
                stage.newest()));
    }

    /** With the names in place of what was captured: it differs from run to run, and what a finding is about must not. */
    static String named(String subject, Map<String, String> captured) {
        String named = subject;
        for (Map.Entry<String, String> capture : captured.entrySet()) {
            String name = "${" + capture.getKey() + "}";
            named = named.replace(Pattern.quote(capture.getValue()), name);
            if (capture.getValue().length() >= SHORTEST) {
                named = named.replace(capture.getValue(), name);
            }
        }
        return named;
    }

    private static YamlNode filled(YamlNode node, Map<String, String> captured) {
        return Substitution.literally(node, captured);
    }
}
