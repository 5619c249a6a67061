package org.cookieproof.step;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

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

    private static Optional<JsonNode> node(String body) {
        try {
            return Optional.ofNullable(MAPPER.readTree(body));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
