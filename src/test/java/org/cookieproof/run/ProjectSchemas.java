package org.cookieproof.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cookieproof.yaml.Problem;
import org.cookieproof.yaml.Problems;
import org.cookieproof.yaml.YamlFile;
import org.cookieproof.yaml.YamlNode;

/** The schemas as an editor sees them: read from their files, applied to YAML of the 1.2 core schema. */
final class ProjectSchemas {

    static final Path SCENARIO = Path.of("scenarios/schema/scenario.json");
    static final Path FRAGMENT = Path.of("scenarios/schema/fragment.json");
    static final Path PROFILE = Path.of("browsers/schema/profile.json");
    static final Path FAMILY = Path.of("browsers/schema/family.json");
    static final Path TARGET = Path.of("ci/schema/target.json");
    static final Path FLOWS = Path.of("ci/schema/flows.json");
    static final Path PLAN = Path.of("ci/schema/plan.json");
    static final Path REGRESSION = Path.of("ci/schema/regression.json");
    static final Path KNOWN = Path.of("ci/schema/known.json");

    static final List<Path> ALL = List.of(SCENARIO, FRAGMENT, PROFILE, FAMILY, TARGET, FLOWS, PLAN, REGRESSION, KNOWN);

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private final Map<Path, JsonSchema> schemas = new TreeMap<>();

    /** The schema for a file of the project, by where it lies. */
    static Path of(Path file) {
        String path = file.toString().replace('\\', '/');
        if (path.startsWith("scenarios/") || path.startsWith("src/test/resources/language/")) {
            return path.contains("/fragments/") ? FRAGMENT : SCENARIO;
        }
        if (path.startsWith("browsers/families/")) {
            return FAMILY;
        }
        return path.startsWith("browsers/")
                ? PROFILE
                : path.startsWith("ci/targets/flows/")
                        ? FLOWS
                        : path.startsWith("ci/targets/")
                                ? TARGET
                                : path.startsWith("ci/regressions/")
                                        ? REGRESSION
                                        : path.startsWith("ci/known/") ? KNOWN : PLAN;
    }

    /** What the schema says against a text; the reader's own word where it is no YAML that we take. */
    List<String> messages(Path schema, String yaml) {
        Problems problems = new Problems();
        Optional<YamlNode.Mapping> mapping = YamlFile.parse("text.yaml", yaml, problems);
        if (mapping.isEmpty() || !problems.isEmpty()) {
            return problems.sorted().stream().map(Problem::toString).toList();
        }
        return messages(schema, json(mapping.get()));
    }

    List<String> messages(Path schema, JsonNode node) {
        return schemas
                .computeIfAbsent(
                        schema,
                        s -> factory.getSchema(
                                SchemaLocation.of(s.toAbsolutePath().toUri().toString())))
                .validate(node)
                .stream()
                .map(Object::toString)
                .toList();
    }

    /** What the standard's own schema says against one of ours. */
    List<String> messagesOfTheStandard(Path schema) {
        return factory
                .getSchema(SchemaLocation.of(SpecVersion.VersionFlag.V202012.getId()))
                .validate(read(schema))
                .stream()
                .map(Object::toString)
                .toList();
    }

    static JsonNode read(Path schema) {
        try {
            return MAPPER.readTree(Files.readString(schema));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every YAML file that belongs to the project. */
    static List<Path> projectFiles() {
        return Stream.of("scenarios", "browsers", "ci", "src/test/resources/language")
                .map(Path::of)
                .filter(Files::isDirectory)
                .flatMap(folder -> {
                    try (Stream<Path> files = Files.walk(folder)) {
                        return files
                                .filter(f -> f.toString().endsWith(".yaml"))
                                // written by the program, for itself
                                .filter(f -> !f.startsWith("browsers/passports"))
                                .sorted()
                                .collect(Collectors.toList())
                                .stream();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }

    private static JsonNode json(YamlNode node) {
        if (node instanceof YamlNode.Mapping mapping) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            mapping.entries().forEach(e -> object.set(e.key().text(), json(e.value())));
            return object;
        }
        if (node instanceof YamlNode.Sequence list) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            list.items().forEach(item -> array.add(json(item)));
            return array;
        }
        YamlNode.Scalar scalar = (YamlNode.Scalar) node;
        if (scalar.isNull()) {
            return JsonNodeFactory.instance.nullNode();
        }
        boolean plain = !scalar.quoted() && scalar.text().matches("true|false|-?(0|[1-9][0-9]*)(\\.[0-9]+)?");
        try {
            return plain ? MAPPER.readTree(scalar.text()) : JsonNodeFactory.instance.textNode(scalar.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
