package org.cookieproof.target;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cookieproof.evidence.Role;
import org.cookieproof.profile.Capability;
import org.cookieproof.yaml.Fields;
import org.cookieproof.yaml.Problems;
import org.cookieproof.yaml.Words;
import org.cookieproof.yaml.YamlFile;
import org.cookieproof.yaml.YamlNode;

/** Reads a flow file. */
final class FlowFile {

    private static final List<String> CAPABILITIES =
            Arrays.stream(Capability.values()).map(Capability::wireName).toList();
    private static final List<String> ROLES =
            Arrays.stream(Role.values()).map(Role::wireName).toList();
    private static final Set<String> ACTIONS = Set.of("open", "submit", "fill", "follow", "get", "post");

    private final Problems problems;

    private FlowFile(Problems problems) {
        this.problems = problems;
    }

    static Optional<Flows> read(Path file, Problems problems) {
        return YamlFile.read(file, problems)
                .filter(m -> !FillIn.isLeftIn(m, problems))
                .flatMap(m -> new FlowFile(problems).flows(m));
    }

    private Optional<Flows> flows(YamlNode.Mapping mapping) {
        Fields fields = new Fields(mapping, "a flow file", problems);
        fields.text("flows-of");
        Map<Role, WhoAmI> elsewhere = new EnumMap<>(Role.class);
        Optional<WhoAmI> whoAmI = fields.fields("who-am-i", "who-am-i").map(f -> {
            f.mapping("at").ifPresent(m -> elsewhere.putAll(elsewhere(m)));
            return whoAmI(f);
        });
        Map<String, Flow> byName = new LinkedHashMap<>();
        fields.mapping("flows")
                .ifPresent(m -> m.entries()
                        .forEach(e -> Fields.mapping("a flow", e.value(), problems)
                                .ifPresent(f -> byName.put(e.key().text(), flow(e.key(), f)))));
        fields.end();
        if (whoAmI.isEmpty() || byName.isEmpty()) {
            problems.add(mapping.at(), "a flow file needs 'who-am-i:' and at least one of 'flows:'");
            return Optional.empty();
        }
        return Optional.of(new Flows(whoAmI.get(), elsewhere, byName));
    }

    private WhoAmI whoAmI(Fields fields) {
        WhoAmI whoAmI = new WhoAmI(
                fields.text("page"), fields.pattern("page-says").orElse(Pattern.compile("$.^")), api(fields));
        fields.end();
        return whoAmI;
    }

    private static Optional<WhoAmI.Api> api(Fields fields) {
        List<String> words = List.of("api", "name", "nobody");
        return words.stream().allMatch(word -> fields.node(word).isEmpty())
                ? Optional.empty()
                : Optional.of(new WhoAmI.Api(fields.text("api"), fields.text("name"), fields.text("nobody")));
    }

    private Map<Role, WhoAmI> elsewhere(YamlNode.Mapping mapping) {
        Map<Role, WhoAmI> byRole = new EnumMap<>(Role.class);
        for (YamlNode.Entry entry : mapping.entries()) {
            Optional<Role> role = Role.named(entry.key().text());
            if (role.isEmpty()) {
                problems.add(entry.key().at(), Words.unknown("role", entry.key().text(), ROLES));
            }
            Fields.mapping("who-am-i", entry.value(), problems)
                    .map(m -> whoAmI(new Fields(m, "who-am-i", problems)))
                    .ifPresent(whoAmI -> role.ifPresent(r -> byRole.put(r, whoAmI)));
        }
        return byRole;
    }

    private Flow flow(YamlNode.Scalar name, YamlNode.Mapping mapping) {
        Fields fields = new Fields(mapping, "a flow", problems);
        List<FlowAction> actions = new ArrayList<>();
        for (YamlNode node : fields.list("does")) {
            Fields.mapping("an action", node, problems).flatMap(this::action).ifPresent(actions::add);
        }
        Flow flow = new Flow(
                name.text(),
                name.at(),
                needs(fields),
                fields.setOf("at", "role", Role::named, ROLES),
                fields.optionalText("own-login"),
                fields.textMap("takes"),
                actions);
        if (actions.isEmpty()) {
            problems.add(name.at(), "a flow needs 'does:' with at least one action");
        }
        fields.end();
        return flow;
    }

    private static Set<String> needs(Fields fields) {
        return fields.setOf("needs", "capability", Capability::named, CAPABILITIES).stream()
                .map(Capability::wireName)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<FlowAction> action(YamlNode.Mapping mapping) {
        Optional<YamlNode.Entry> verb = mapping.entries().stream()
                .filter(e -> ACTIONS.contains(e.key().text()))
                .findFirst();
        if (verb.isEmpty()) {
            String word = mapping.entries().isEmpty()
                    ? ""
                    : mapping.entries().get(0).key().text();
            problems.add(mapping.at(), Words.unknown("action", word, ACTIONS));
            return Optional.empty();
        }
        Fields fields = new Fields(mapping, "an action", problems);
        String word = verb.get().key().text();
        String argument = fields.text(word);
        FlowAction action = switch (word) {
            case "open" -> new FlowAction.Open(mapping.at(), argument, condition(fields));
            case "follow" -> new FlowAction.Follow(mapping.at(), argument, condition(fields));
            case "fill" -> new FlowAction.Fill(mapping.at(), argument, fields.text("value"));
            case "submit" ->
                new FlowAction.Submit(
                        mapping.at(),
                        argument,
                        fields.textMap("fields"),
                        fields.optionalText("button"),
                        condition(fields));
            default ->
                new FlowAction.Request(
                        mapping.at(),
                        word.toUpperCase(java.util.Locale.ROOT),
                        argument,
                        fields.textMap("form"),
                        fields.textMap("capture"),
                        fields.textMap("accept"));
        };
        fields.end();
        return Optional.of(action);
    }

    private FlowAction.PageCondition condition(Fields fields) {
        return fields.fields("accept", "accept")
                .map(f -> {
                    FlowAction.PageCondition condition = new FlowAction.PageCondition(
                            f.optionalText("has"), f.optionalText("lacks"), f.pattern("shows"));
                    f.end();
                    return condition;
                })
                .orElse(FlowAction.PageCondition.ANY);
    }
}
