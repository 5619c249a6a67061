package org.cookieproof.scenario;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cookieproof.yaml.Fields;
import org.cookieproof.yaml.Problems;
import org.cookieproof.yaml.Words;
import org.cookieproof.yaml.YamlNode;

/** Writes out the fragments and loops of a scenario, so that what is bound and played is a plain list of steps. */
final class Expansion {

    /** Words that are not verbs: their steps are gone before any verb is bound. */
    static final Set<String> WORDS = Set.of("include", "for-each");

    /** Steps of one scenario; more than that is a loop within a loop by mistake. */
    private static final int MOST = 2_000;

    private static final Set<String> NOT_NAMES = Set.of("steps", "distinct");

    private final Fragments fragments;
    private final Problems problems;
    private final Deque<String> including = new ArrayDeque<>();
    private int steps;

    Expansion(Fragments fragments, Problems problems) {
        this.fragments = fragments;
        this.problems = problems;
    }

    List<YamlNode> expand(List<YamlNode> nodes) {
        List<YamlNode> expanded = new ArrayList<>();
        for (YamlNode node : nodes) {
            if (steps > MOST) {
                return expanded;
            }
            expanded.addAll(expand(node));
        }
        return expanded;
    }

    private List<YamlNode> expand(YamlNode node) {
        if (!(node instanceof YamlNode.Mapping step)) {
            return counted(node);
        }
        for (String word : WORDS) {
            if (step.get(word).isPresent()) {
                YamlNode.Entry entry = step.entries().stream()
                        .filter(e -> e.key().text().equals(word))
                        .findFirst()
                        .orElseThrow();
                refuseOthers(step, entry);
                return Fields.mapping("what follows '" + word + ":'", entry.value(), problems)
                        .map(argument -> word.equals("include") ? include(argument) : forEach(argument))
                        .orElse(List.of());
            }
        }
        return counted(inTogether(step));
    }

    private List<YamlNode> counted(YamlNode node) {
        if (++steps == MOST + 1) {
            problems.add(
                    node.at(), "the scenario has more than " + MOST + " steps with its loops written out; split it");
        }
        return List.of(node);
    }

    /** The steps that are played at the same time may stand in fragments and loops as well. */
    private YamlNode inTogether(YamlNode.Mapping step) {
        List<YamlNode.Entry> entries = new ArrayList<>();
        for (YamlNode.Entry entry : step.entries()) {
            boolean holdsSteps = entry.key().text().equals("together") && entry.value() instanceof YamlNode.Sequence;
            entries.add(
                    holdsSteps
                            ? new YamlNode.Entry(
                                    entry.key(),
                                    new YamlNode.Sequence(
                                            entry.value().at(), expand(((YamlNode.Sequence) entry.value()).items())))
                            : entry);
        }
        return new YamlNode.Mapping(step.at(), entries);
    }

    private void refuseOthers(YamlNode.Mapping step, YamlNode.Entry word) {
        step.entries().stream()
                .filter(e -> !e.equals(word))
                .findFirst()
                .ifPresent(other -> problems.add(
                        other.key().at(),
                        "'" + other.key().text() + "' cannot stand beside '"
                                + word.key().text()
                                + "', which is many steps or none; put it on the steps themselves"));
    }

    private List<YamlNode> include(YamlNode.Mapping argument) {
        Fields fields = new Fields(argument, "'include'", problems);
        String name = fields.text("fragment");
        Map<String, YamlNode> with = new LinkedHashMap<>();
        YamlNode.Mapping given = fields.mapping("with").orElse(new YamlNode.Mapping(argument.at(), List.of()));
        given.entries().forEach(e -> with.put(e.key().text(), e.value()));
        fields.end();
        Fragments.Fragment fragment = fragments.byName().get(name);
        if (fragment == null) {
            YamlNode at = fields.node("fragment").orElse(argument);
            problems.add(
                    at.at(),
                    Words.unknown("fragment", name, fragments.byName().keySet()) + " (they are files below "
                            + Fragments.FOLDER + "/)");
            return List.of();
        }
        if (including.contains(name)) {
            problems.add(argument.at(), "the fragment '" + name + "' includes itself; take the 'include' out of it");
            return List.of();
        }
        if (!checkParameters(fragment, given, argument)) {
            return List.of();
        }
        including.push(name);
        List<YamlNode> expanded = written(fragment.steps(), with);
        including.pop();
        return expanded;
    }

    private boolean checkParameters(Fragments.Fragment fragment, YamlNode.Mapping given, YamlNode.Mapping include) {
        Set<String> takes =
                fragment.parameters().stream().map(YamlNode.Scalar::text).collect(Collectors.toSet());
        given.entries().stream()
                .filter(e -> !takes.contains(e.key().text()))
                .forEach(e -> problems.add(
                        e.key().at(),
                        Words.unknown("parameter of " + fragment.name(), e.key().text(), takes)));
        List<String> missing =
                takes.stream().filter(p -> given.get(p).isEmpty()).sorted().toList();
        missing.forEach(p ->
                problems.add(include.at(), "the fragment '" + fragment.name() + "' needs 'with: { " + p + ": … }'"));
        return missing.isEmpty();
    }

    private List<YamlNode> forEach(YamlNode.Mapping argument) {
        Fields fields = new Fields(argument, "'for-each'", problems);
        List<YamlNode> body = fields.list("steps");
        boolean distinct = fields.flag("distinct", false);
        Map<String, List<YamlNode.Scalar>> choices = new LinkedHashMap<>();
        List<YamlNode.Scalar> names = argument.entries().stream()
                .map(YamlNode.Entry::key)
                .filter(key -> !NOT_NAMES.contains(key.text()))
                .toList();
        for (YamlNode.Scalar name : names) {
            Substitution.checkName(name, problems);
            List<YamlNode.Scalar> values = fields.scalars(name.text());
            if (values.isEmpty()) {
                problems.add(name.at(), "'" + name.text() + ":' needs a list of values");
            }
            choices.put(name.text(), values);
        }
        if (names.isEmpty() || body.isEmpty()) {
            problems.add(
                    argument.at(),
                    "'for-each' needs a name with values and steps: '{ at: [first, other], steps: […] }'");
        }
        Substitution.checkUsed(names, body, problems);
        fields.end();
        List<YamlNode> expanded = new ArrayList<>();
        for (Map<String, YamlNode.Scalar> choice : combinations(choices, distinct)) {
            expanded.addAll(written(body, choice));
        }
        if (expanded.isEmpty() && !body.isEmpty() && distinct) {
            problems.add(argument.at(), "no combination is left by 'distinct: true', so that nothing is played");
        }
        return expanded;
    }

    /** Every value of the first name with every value of the second, in the order in which they are written. */
    private static List<Map<String, YamlNode.Scalar>> combinations(
            Map<String, List<YamlNode.Scalar>> choices, boolean distinct) {
        List<Map<String, YamlNode.Scalar>> combinations = List.of(Map.of());
        for (Map.Entry<String, List<YamlNode.Scalar>> choice : choices.entrySet()) {
            List<Map<String, YamlNode.Scalar>> longer = new ArrayList<>();
            for (Map<String, YamlNode.Scalar> begun : combinations) {
                for (YamlNode.Scalar value : choice.getValue()) {
                    if (longer.size() > MOST) {
                        return longer;
                    }
                    Map<String, YamlNode.Scalar> one = new LinkedHashMap<>(begun);
                    one.put(choice.getKey(), value);
                    longer.add(one);
                }
            }
            combinations = longer;
        }
        return combinations.stream().filter(c -> !distinct || isDistinct(c)).toList();
    }

    private static boolean isDistinct(Map<String, YamlNode.Scalar> combination) {
        Set<String> seen = new HashSet<>();
        return combination.values().stream().allMatch(v -> seen.add(v.text()));
    }

    private List<YamlNode> written(List<YamlNode> body, Map<String, ? extends YamlNode> values) {
        Substitution substitution = new Substitution(values);
        return expand(body.stream().map(substitution::in).toList());
    }
}
