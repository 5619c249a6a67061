package org.cookieproof.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cookieproof.http.Scheme;
import org.cookieproof.yaml.Fields;
import org.cookieproof.yaml.Problems;
import org.cookieproof.yaml.YamlNode;

/** Reads steps: each a word, or a mapping of one verb and its modifiers. */
public final class StepNodes {

    private static final List<String> SCHEMES =
            Arrays.stream(Scheme.values()).map(Scheme::wireName).toList();
    private static final Set<String> MODIFIERS = Set.of("expect", "scheme", "by", "capture");

    /** Words that stand for a step of their own where no verb is there. */
    private static final List<String> ALSO_VERBS = List.of("capture", "expect");

    private final Problems problems;

    private StepNodes(Problems problems) {
        this.problems = problems;
    }

    /** Those that can be read; of the others {@code problems} says why not. */
    public static List<StepNode> read(List<YamlNode> nodes, Problems problems) {
        StepNodes reader = new StepNodes(problems);
        List<StepNode> steps = new ArrayList<>();
        nodes.forEach(node -> reader.step(node).ifPresent(steps::add));
        return steps;
    }

    private Optional<StepNode> step(YamlNode node) {
        if (node instanceof YamlNode.Scalar word && !word.isNull()) {
            YamlNode nothing = new YamlNode.Scalar(word.at(), "", false);
            YamlNode.Mapping bare = new YamlNode.Mapping(word.at(), List.of(new YamlNode.Entry(word, nothing)));
            return step(bare);
        }
        return Fields.mapping("a step", node, problems).flatMap(this::step);
    }

    private Optional<StepNode> step(YamlNode.Mapping mapping) {
        List<YamlNode.Entry> verbs = mapping.entries().stream()
                .filter(e -> !MODIFIERS.contains(e.key().text()))
                .toList();
        if (verbs.size() > 1) {
            problems.add(
                    verbs.get(1).key().at(),
                    "a step has one verb; '" + verbs.get(1).key().text() + "' is a second (start it with '-')");
            return Optional.empty();
        }
        Optional<YamlNode.Entry> verb = verbs.stream().findFirst().or(() -> modifierAsVerb(mapping));
        if (verb.isEmpty()) {
            problems.add(mapping.at(), "a step needs a verb");
        }
        return verb.map(v -> step(mapping, v));
    }

    private static Optional<YamlNode.Entry> modifierAsVerb(YamlNode.Mapping mapping) {
        return ALSO_VERBS.stream()
                .flatMap(word ->
                        mapping.entries().stream().filter(e -> e.key().text().equals(word)))
                .findFirst();
    }

    private StepNode step(YamlNode.Mapping mapping, YamlNode.Entry verb) {
        YamlNode.Mapping rest = new YamlNode.Mapping(
                mapping.at(),
                mapping.entries().stream().filter(e -> !e.equals(verb)).toList());
        Fields modifiers = new Fields(rest, "a step", problems);
        List<YamlNode.Mapping> expect = new ArrayList<>();
        for (YamlNode expectation : modifiers.list("expect")) {
            Fields.mapping("an expectation", expectation, problems).ifPresent(expect::add);
        }
        return new StepNode(
                verb.key().at(),
                verb.key().text(),
                verb.value(),
                expect,
                modifiers.oneOf("scheme", "scheme", Scheme::named, SCHEMES),
                modifiers.node("by"),
                modifiers.mapping("capture"));
    }
}
