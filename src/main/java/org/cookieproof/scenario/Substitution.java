package org.cookieproof.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cookieproof.yaml.Problems;
import org.cookieproof.yaml.YamlNode;

/**
 * Puts values in the place of <code>${name}</code> in steps. A text that is nothing but a name becomes the value as it
 * was written, with its place, so that what is wrong with the value is told where it stands.
 */
public final class Substitution {

    private static final String NAME = "[A-Za-z][A-Za-z0-9-]*";
    private static final Pattern HOLE = Pattern.compile("\\$\\{(" + NAME + ")}");

    private final Map<String, YamlNode> values;

    Substitution(Map<String, ? extends YamlNode> values) {
        this.values = new LinkedHashMap<>(values);
    }

    /** A name that <code>${…}</code> can refer to. */
    public static void checkName(YamlNode.Scalar name, Problems problems) {
        if (!name.text().matches(NAME)) {
            problems.add(
                    name.at(),
                    "'" + name.text()
                            + "' cannot be written as ${…}; a name is a letter, then letters, digits and '-'");
        }
    }

    /** A name that no step mentions is mostly a mistyped one. */
    static void checkUsed(Collection<YamlNode.Scalar> names, List<YamlNode> steps, Problems problems) {
        Set<String> mentioned = new TreeSet<>();
        steps.forEach(step -> mentioned.addAll(mentioned(step)));
        names.stream()
                .filter(name -> !mentioned.contains(name.text()))
                .forEach(name -> problems.add(
                        name.at(), "no step mentions ${" + name.text() + "}; use it there, or leave the name out"));
    }

    /** The names that stand in the texts of a node, wherever they are. */
    public static Set<String> mentioned(YamlNode node) {
        Set<String> names = new TreeSet<>();
        scalars(node).forEach(scalar -> {
            Matcher hole = HOLE.matcher(scalar.text());
            while (hole.find()) {
                names.add(hole.group(1));
            }
        });
        return names;
    }

    /** The texts of a node, keys included. */
    public static Stream<YamlNode.Scalar> scalars(YamlNode node) {
        if (node instanceof YamlNode.Sequence list) {
            return list.items().stream().flatMap(Substitution::scalars);
        }
        if (node instanceof YamlNode.Mapping mapping) {
            return mapping.entries().stream().flatMap(e -> Stream.concat(Stream.of(e.key()), scalars(e.value())));
        }
        return Stream.of((YamlNode.Scalar) node);
    }

    YamlNode in(YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar) {
            Matcher whole = HOLE.matcher(scalar.text());
            YamlNode value = whole.matches() ? values.get(whole.group(1)) : null;
            return value == null ? text(scalar, this::textOf, Function.identity()) : value;
        }
        return inside(node, this::in, key -> text(key, this::textOf, Function.identity()));
    }

    private @org.jspecify.annotations.Nullable String textOf(String name) {
        return values.get(name) instanceof YamlNode.Scalar scalar ? scalar.text() : null;
    }

    /** Puts texts that came from outside into a node: where a pattern is read, they stand for themselves. */
    public static YamlNode literally(YamlNode node, Map<String, String> texts) {
        Function<YamlNode.Scalar, YamlNode.Scalar> fill = scalar -> text(scalar, texts::get, Pattern::quote);
        return node instanceof YamlNode.Scalar scalar
                ? fill.apply(scalar)
                : inside(node, child -> literally(child, texts), fill);
    }

    private static YamlNode inside(
            YamlNode node, Function<YamlNode, YamlNode> child, Function<YamlNode.Scalar, YamlNode.Scalar> key) {
        if (node instanceof YamlNode.Sequence list) {
            return new YamlNode.Sequence(
                    list.at(), list.items().stream().map(child).toList());
        }
        YamlNode.Mapping mapping = (YamlNode.Mapping) node;
        List<YamlNode.Entry> entries = new ArrayList<>();
        mapping.entries().forEach(e -> entries.add(new YamlNode.Entry(key.apply(e.key()), child.apply(e.value()))));
        return new YamlNode.Mapping(mapping.at(), entries);
    }

    private static YamlNode.Scalar text(
            YamlNode.Scalar scalar,
            Function<String, @org.jspecify.annotations.Nullable String> values,
            Function<String, String> inPatterns) {
        if (!scalar.text().contains("${")) {
            return scalar;
        }
        return new YamlNode.Scalar(
                scalar.at(),
                fill(scalar.text(), values, Function.identity()),
                true,
                fill(scalar.pattern(), values, inPatterns));
    }

    private static String fill(
            String text,
            Function<String, @org.jspecify.annotations.Nullable String> values,
            Function<String, String> as) {
        return HOLE.matcher(text).replaceAll(hole -> {
            String value = values.apply(hole.group(1));
            return Matcher.quoteReplacement(value == null ? hole.group() : as.apply(value));
        });
    }
}
