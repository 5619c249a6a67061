package org.cookieproof.step;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.cookieproof.yaml.YamlNode;

/** Reads values out of JSON answers by JSON pointer (RFC 6901). */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** The value as text; empty when the body is not JSON or has nothing there. */
    static Optional<String> at(String body, String pointer) {
        return node(body)
                .map(n -> n.at(pointer))
                .filter(n -> !n.isMissingNode() && !n.isNull())
                .map(n -> n.isValueNode() ? n.asText() : n.toString());
    }

    /** What a scenario writes as YAML, as JSON; plain words that look like numbers or truth are those. */
    static String of(YamlNode node) {
        return tree(node).toString();
    }

    private static JsonNode tree(YamlNode node) {
        if (node instanceof YamlNode.Mapping mapping) {
            ObjectNode object = MAPPER.createObjectNode();
            mapping.entries().forEach(e -> object.set(e.key().text(), tree(e.value())));
            return object;
        }
        if (node instanceof YamlNode.Sequence list) {
            ArrayNode array = MAPPER.createArrayNode();
            list.items().forEach(item -> array.add(tree(item)));
            return array;
        }
        YamlNode.Scalar scalar = (YamlNode.Scalar) node;
        if (scalar.isNull()) {
            return MAPPER.nullNode();
        }
        return plain(scalar).orElseGet(() -> MAPPER.getNodeFactory().textNode(scalar.text()));
    }

    /** YAML 1.2 core schema: what stands in no quotes may be a number or a truth value. */
    private static Optional<JsonNode> plain(YamlNode.Scalar scalar) {
        if (scalar.quoted() || !scalar.text().matches("true|false|-?(0|[1-9][0-9]*)(\\.[0-9]+)?")) {
            return Optional.empty();
        }
        return node(scalar.text());
    }

    private static Optional<JsonNode> node(String body) {
        try {
            return Optional.ofNullable(MAPPER.readTree(body));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
