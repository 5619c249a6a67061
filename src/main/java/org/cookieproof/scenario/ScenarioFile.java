package org.cookieproof.scenario;

import java.nio.file.Path;
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

    private ScenarioFile() {}

    /** The scenario; empty when the file cannot be used, and then {@code problems} says why. */
    public static Optional<Scenario> read(ScenarioId id, Path file, Fragments fragments, Problems problems) {
        return YamlFile.read(file, problems).map(m -> scenario(id, m, fragments, problems));
    }

    private static Scenario scenario(ScenarioId id, YamlNode.Mapping mapping, Fragments fragments, Problems problems) {
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
                fields.scalars("user-agents"),
                fields.scalars("tabs"),
                steps(fields, mapping, fragments, problems));
        fields.end();
        return scenario;
    }

    private static List<StepNode> steps(
            Fields fields, YamlNode.Mapping mapping, Fragments fragments, Problems problems) {
        List<YamlNode> nodes = fields.list("steps");
        if (nodes.isEmpty()) {
            problems.add(mapping.at(), "a scenario needs 'steps:' with at least one step");
        }
        return StepNodes.read(new Expansion(fragments, problems).expand(nodes), problems);
    }
}
