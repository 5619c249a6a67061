package org.cookieproof.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.stream.Collectors;

/** A {@link KnownCause} as JSON. */
final class KnownCauseJson {

    private KnownCauseJson() {}

    static ObjectNode write(KnownCause cause) {
        ObjectNode node = Json.object()
                .put("at", cause.at())
                .put("bug", cause.bug())
                .put("owner", cause.owner())
                .put("reason", cause.reason())
                .put("until", cause.until().toString());
        if (!cause.explained().isEmpty()) {
            ArrayNode explained = node.putArray("explained");
            cause.explained().stream().sorted().forEach(explained::add);
        }
        return node;
    }

    static KnownCause read(JsonNode node) {
        try {
            return new KnownCause(
                    Json.text(node, "at"),
                    Json.text(node, "bug"),
                    Json.text(node, "owner"),
                    Json.text(node, "reason"),
                    LocalDate.parse(Json.text(node, "until")),
                    Json.elements(node, "explained").map(JsonNode::asText).collect(Collectors.toUnmodifiableSet()));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'until' is no date", e);
        }
    }
}
