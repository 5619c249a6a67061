package org.cookieproof.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cookieproof.evidence.ScenarioId;
import org.cookieproof.http.Scheme;
import org.cookieproof.yaml.Fields;
import org.cookieproof.yaml.Problems;
import org.cookieproof.yaml.YamlFile;
import org.cookieproof.yaml.YamlNode;

/** Reads one scenario file. */
public final class ScenarioFile {

    private static final List<String> SCHEMES =
            Arrays.stream(Scheme.values()).map(Scheme::wireName).toList();
    private static final Set<String> MODIFIERS = Set.of("expect", "scheme");

    private ScenarioFile() {}

    /** The scenario; empty when the file cannot be used, and then {@code problems} says why. */
    public static Optional<Scenario> read(ScenarioId id, Path file, Problems problems) {
        return YamlFile.read(file, problems).map(m -> scenario(id, m, problems));
    }

    private static Scenario scenario(ScenarioId id, YamlNode.Mapping mapping, Problems problems) {
        Fields fields = new Fields(mapping, "a scenario", problems);
        String title = fields.text("scenario");
        List<String> source = fields.texts("source");
        if (source.isEmpty()) {
            problems.add(mapping.at(), "a scenario needs 'source:' (the task or RFC section it comes from)");
        }
        Set<Scheme> schemes = fields.node("schemes").isPresent()
                ? fields.setOf("schemes", "scheme", Scheme::named, SCHEMES)
                : Set.of(Scheme.values());
        Scenario scenario = new Scenario(
                fields.node("requires").map(YamlNode::at).orElse(mapping.at()),
                id,
                title,
                source,
                new HashSet<>(fields.texts("tags")),
                schemes,
                fields.scalars("needs"),
                fields.scalars("unless"),
                fields.textMap("requires"),
                steps(fields, mapping, problems));
        fields.end();
        return scenario;
    }

    private static List<StepNode> steps(Fields fields, YamlNode.Mapping mapping, Problems problems) {
        List<YamlNode> nodes = fields.list("steps");
        if (nodes.isEmpty()) {
            problems.add(mapping.at(), "a scenario needs 'steps:' with at least one step");
        }
        List<StepNode> steps = new ArrayList<>();
        for (YamlNode node : nodes) {
            step(node, problems).ifPresent(steps::add);
        }
        return steps;
    }

    private static Optional<StepNode> step(YamlNode node, Problems problems) {
        if (node instanceof YamlNode.Scalar word && !word.isNull()) {
            YamlNode nothing = new YamlNode.Scalar(word.at(), "", false);
            return Optional.of(new StepNode(word.at(), word.text(), nothing, List.of(), Optional.empty()));
        }
        return Fields.mapping("a step", node, problems).flatMap(m -> step(m, problems));
    }

    private static Optional<StepNode> step(YamlNode.Mapping mapping, Problems problems) {
        List<YamlNode.Entry> verbs = mapping.entries().stream()
                .filter(e -> !MODIFIERS.contains(e.key().text()))
                .toList();
        Optional<YamlNode.Entry> alone = mapping.entries().stream()
                .filter(e -> verbs.isEmpty() && e.key().text().equals("expect"))
                .findFirst();
        if (alone.isPresent()) {
            YamlNode.Entry expect = alone.get(); // a step that does nothing but expect
            return Optional.of(new StepNode(expect.key().at(), "expect", expect.value(), List.of(), Optional.empty()));
        }
        if (verbs.size() != 1) {
            problems.add(
                    verbs.size() > 1 ? verbs.get(1).key().at() : mapping.at(),
                    verbs.isEmpty()
                            ? "a step needs a verb"
                            : "a step has one verb; '" + verbs.get(1).key().text()
                                    + "' is a second (start it with '-')");
            return Optional.empty();
        }
        YamlNode.Entry verb = verbs.get(0);
        Fields modifiers = new Fields(mapping, "a step", problems);
        List<YamlNode.Mapping> expect = new ArrayList<>();
        for (YamlNode expectation : modifiers.list("expect")) {
            Fields.mapping("an expectation", expectation, problems).ifPresent(expect::add);
        }
        return Optional.of(new StepNode(
                verb.key().at(),
                verb.key().text(),
                verb.value(),
                expect,
                modifiers.oneOf("scheme", "scheme", Scheme::named, SCHEMES)));
    }
}
