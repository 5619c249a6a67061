package org.cookieproof.yaml;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A node of a YAML document with its place. */
public sealed interface YamlNode {

    Position at();

    /** What a person calls such a node: {@code text}, {@code a list}, {@code a mapping}. */
    String kind();

    /**
     * @param quoted whether it stood in quotes or as a block, so that it is text whatever it looks like
     * @param pattern the same for whoever reads a regular expression: differs where parts of the text stand for
     *               themselves, having been put in from outside
     */
    record Scalar(Position at, String text, boolean quoted, String pattern) implements YamlNode {
        public Scalar {
            Objects.requireNonNull(at);
            Objects.requireNonNull(text);
            Objects.requireNonNull(pattern);
        }

        /** A text just as it is written. */
        public Scalar(Position at, String text, boolean quoted) {
            this(at, text, quoted, text);
        }

        @Override
        public String kind() {
            return isNull() ? "nothing" : "text";
        }

        /** YAML 1.2 core schema. */
        public boolean isNull() {
            return !quoted && (text.isEmpty() || "null".equals(text) || "~".equals(text));
        }
    }

    record Sequence(Position at, List<YamlNode> items) implements YamlNode {
        public Sequence {
            Objects.requireNonNull(at);
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    record Mapping(Position at, List<Entry> entries) implements YamlNode {
        public Mapping {
            Objects.requireNonNull(at);
            entries = List.copyOf(entries);
        }

        public Optional<YamlNode> get(String key) {
            return entries.stream()
                    .filter(e -> e.key().text().equals(key))
                    .map(Entry::value)
                    .findFirst();
        }

        @Override
        public String kind() {
            return "a mapping";
        }
    }

    record Entry(Scalar key, YamlNode value) {
        public Entry {
            Objects.requireNonNull(key);
            Objects.requireNonNull(value);
        }
    }
}
