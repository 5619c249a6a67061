package org.cookieproof.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cookieproof.yaml.Fields;
import org.cookieproof.yaml.Problems;
import org.cookieproof.yaml.YamlFile;
import org.cookieproof.yaml.YamlNode;

/**
 * A catalogued defect and how to inject it.
 *
 * @param switched mechanisms of the embedded service to exchange; empty where only the wire can show it
 * @param wire     rewriting rules for the tap, not yet bound; used on targets without switches
 * @param tags     of the scenarios that play when it is injected without other filters
 */
public record Regression(
        String id,
        String title,
        List<String> source,
        List<YamlNode.Entry> switched,
        List<YamlNode> wire,
        Set<String> tags,
        Path file) {

    public Regression {
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        source = List.copyOf(source);
        switched = List.copyOf(switched);
        wire = List.copyOf(wire);
        tags = Set.copyOf(tags);
        Objects.requireNonNull(file);
    }

    /** What is exchanged, by mechanism. */
    public Map<String, String> switches() {
        return switched.stream()
                .collect(Collectors.toUnmodifiableMap(e -> e.key().text(), e -> ((YamlNode.Scalar) e.value()).text()));
    }

    /** The regression; empty when the file cannot be used, and then {@code problems} says why. */
    public static Optional<Regression> read(Path file, Problems problems) {
        return YamlFile.read(file, problems)
                .map(m -> regression(file, new Fields(m, "a regression", problems), problems));
    }

    private static Regression regression(Path file, Fields fields, Problems problems) {
        Regression regression = new Regression(
                file.getFileName().toString().replaceFirst("\\.yaml$", ""),
                fields.text("regression"),
                fields.texts("source"),
                switched(fields),
                fields.list("wire"),
                Set.copyOf(fields.texts("tags")),
                file);
        if (regression.switches().isEmpty() && regression.wire().isEmpty()) {
            problems.add(fields.at(), "a regression needs 'switches:' or 'wire:', else nothing is injected");
        }
        fields.end();
        return regression;
    }

    private static List<YamlNode.Entry> switched(Fields fields) {
        Set<String> usable = fields.textMap("switches").keySet();
        return fields.mapping("switches").stream()
                .flatMap(m -> m.entries().stream())
                .filter(e -> usable.contains(e.key().text()))
                .toList();
    }
}
