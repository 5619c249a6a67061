package org.cookieproof.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cookieproof.yaml.Fields;
import org.cookieproof.yaml.Problems;
import org.cookieproof.yaml.YamlFile;
import org.cookieproof.yaml.YamlNode;

/**
 * The fragments of a folder of scenarios: steps that several of them share.
 *
 * @param byName by path below {@code fragments/}, without the ending
 */
record Fragments(Map<String, Fragment> byName) {

    static final String FOLDER = "fragments";

    static final Fragments NONE = new Fragments(Map.of());

    /** One of them, with its steps as written. */
    record Fragment(String name, List<YamlNode.Scalar> parameters, List<YamlNode> steps) {
        Fragment {
            parameters = List.copyOf(parameters);
            steps = List.copyOf(steps);
        }
    }

    Fragments {
        byName = Map.copyOf(byName);
    }

    static Fragments read(Path scenarios, Problems problems) {
        Path folder = scenarios.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return NONE;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            Map<String, Fragment> byName = new TreeMap<>();
            files.filter(f -> f.toString().endsWith(".yaml")).sorted().forEach(file -> {
                String name = Scenarios.id(folder, file).value();
                read(name, file, problems).ifPresent(fragment -> byName.put(name, fragment));
            });
            return new Fragments(byName);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private static Optional<Fragment> read(String name, Path file, Problems problems) {
        return YamlFile.read(file, problems).map(mapping -> {
            Fields fields = new Fields(mapping, "a fragment", problems);
            fields.text("fragment"); // its title: for whoever reads the file
            List<YamlNode.Scalar> parameters = fields.scalars("parameters");
            parameters.forEach(p -> Substitution.checkName(p, problems));
            List<YamlNode> steps = fields.list("steps");
            if (steps.isEmpty()) {
                problems.add(mapping.at(), "a fragment needs 'steps:' with at least one step");
            }
            Substitution.checkUsed(parameters, steps, problems);
            fields.end();
            return new Fragment(name, parameters, steps);
        });
    }
}
