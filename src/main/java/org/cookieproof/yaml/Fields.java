package org.cookieproof.yaml;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Reads the keys of one mapping, remembers which were asked for, and reports the rest as unknown. A reader asks for
 * every key it knows and then calls {@link #end()}.
 */
public final class Fields {

    private final YamlNode.Mapping mapping;
    private final String what;
    private final Problems problems;
    private final Set<String> known = new LinkedHashSet<>();

    /** @param what what the mapping describes, as messages name it: {@code a scenario} */
    public Fields(YamlNode.Mapping mapping, String what, Problems problems) {
        this.mapping = mapping;
        this.what = what;
        this.problems = problems;
    }

    public Position at() {
        return mapping.at();
    }

    /** Where the value of a key stands; of a key that is not there, where the mapping begins. */
    public Position at(String key) {
        return node(key).map(YamlNode::at).orElse(mapping.at());
    }

    public Optional<YamlNode> node(String key) {
        known.add(key);
        return mapping.get(key).filter(n -> !(n instanceof YamlNode.Scalar s && s.isNull()));
    }

    /** A key that must be there, with text; the empty string, and a problem, when it is not. */
    public String text(String key) {
        Optional<YamlNode> node = node(key);
        if (node.isEmpty()) {
            problems.add(mapping.at(), what + " needs '" + key + ":'");
            return "";
        }
        return scalar(key, node.get()).map(YamlNode.Scalar::text).orElse("");
    }

    /**
     * The same of a vocabulary: a problem as well when it is none of its words.
     *
     * @param noun what such a word is, as messages name it
     */
    public String text(String key, String noun, Collection<String> vocabulary) {
        String text = text(key);
        if (!text.isEmpty() && !vocabulary.contains(text)) {
            problems.add(at(key), Words.unknown(noun, text, vocabulary));
        }
        return text;
    }

    public Optional<String> optionalText(String key) {
        return node(key).flatMap(n -> scalar(key, n)).map(YamlNode.Scalar::text);
    }

    /**
     * A key whose text must be one of a vocabulary.
     *
     * @param noun what such a word is, as messages name it
     */
    public <T> Optional<T> oneOf(
            String key, String noun, Function<String, Optional<T>> reader, Collection<String> vocabulary) {
        return node(key).flatMap(n -> scalar(key, n)).flatMap(s -> {
            Optional<T> value = reader.apply(s.text());
            if (value.isEmpty()) {
                problems.add(s.at(), Words.unknown(noun, s.text(), vocabulary));
            }
            return value;
        });
    }

    /** Text or a list of texts, each of a vocabulary. */
    public <T> Set<T> setOf(
            String key, String noun, Function<String, Optional<T>> reader, Collection<String> vocabulary) {
        Set<T> values = new LinkedHashSet<>();
        for (YamlNode.Scalar s : scalars(key)) {
            Optional<T> value = reader.apply(s.text());
            value.ifPresentOrElse(values::add, () -> problems.add(s.at(), Words.unknown(noun, s.text(), vocabulary)));
        }
        return values;
    }

    public boolean flag(String key, boolean otherwise) {
        Optional<YamlNode.Scalar> scalar = node(key).flatMap(n -> scalar(key, n));
        if (scalar.isEmpty()) {
            return otherwise;
        }
        String text = scalar.get().text();
        if (!"true".equals(text) && !"false".equals(text)) {
            problems.add(scalar.get().at(), "'" + key + "' must be true or false, not '" + text + "'");
        }
        return Boolean.parseBoolean(text);
    }

    public int number(String key, int otherwise) {
        Optional<YamlNode.Scalar> scalar = node(key).flatMap(n -> scalar(key, n));
        if (scalar.isEmpty()) {
            return otherwise;
        }
        try {
            int value = Integer.parseInt(scalar.get().text());
            if (value >= 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below, as for a negative number
        }
        problems.add(
                scalar.get().at(),
                "'" + key + "' must be a whole number from 0, not '"
                        + scalar.get().text() + "'");
        return otherwise;
    }

    public Optional<Pattern> pattern(String key) {
        return node(key).flatMap(n -> scalar(key, n)).flatMap(s -> {
            try {
                return Optional.of(Pattern.compile(s.pattern()));
            } catch (PatternSyntaxException e) {
                problems.add(s.at(), "'" + key + "' is not a regular expression: " + e.getDescription());
                return Optional.empty();
            }
        });
    }

    /** Text or a list of texts. */
    public List<String> texts(String key) {
        return scalars(key).stream().map(YamlNode.Scalar::text).toList();
    }

    /** Text or a list of texts, with their places. */
    public List<YamlNode.Scalar> scalars(String key) {
        return node(key)
                .map(n -> n instanceof YamlNode.Sequence list
                        ? list.items().stream()
                                .flatMap(i -> scalar("an entry of " + key, i).stream())
                                .toList()
                        : scalar(key, n).stream().toList())
                .orElse(List.of());
    }

    /** A list; a single item may stand without the brackets. */
    public List<YamlNode> list(String key) {
        return node(key)
                .map(n -> n instanceof YamlNode.Sequence list ? list.items() : List.of(n))
                .orElse(List.of());
    }

    /** Text by text. */
    public Map<String, String> textMap(String key) {
        Map<String, String> map = new LinkedHashMap<>();
        mapping(key)
                .ifPresent(m -> m.entries()
                        .forEach(e -> scalar(e.key().text(), e.value())
                                .ifPresent(v -> map.put(e.key().text(), v.text()))));
        return map;
    }

    public Optional<YamlNode.Mapping> mapping(String key) {
        return node(key).flatMap(n -> mapping("'" + key + "'", n, problems));
    }

    public Optional<Fields> fields(String key, String what) {
        return mapping(key).map(m -> new Fields(m, what, problems));
    }

    public static Optional<YamlNode.Mapping> mapping(String what, YamlNode node, Problems problems) {
        if (node instanceof YamlNode.Mapping mapping) {
            return Optional.of(mapping);
        }
        problems.add(node.at(), what + " must be a mapping (key: value), not " + node.kind());
        return Optional.empty();
    }

    private Optional<YamlNode.Scalar> scalar(String key, YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar) {
            return Optional.of(scalar);
        }
        problems.add(node.at(), "'" + key + "' must be text, not " + node.kind());
        return Optional.empty();
    }

    /** Reports every key that nobody asked for. */
    public void end() {
        for (YamlNode.Entry entry : mapping.entries()) {
            if (!known.contains(entry.key().text())) {
                problems.add(entry.key().at(), Words.unknown("key", entry.key().text(), known) + " (in " + what + ")");
            }
        }
    }
}
