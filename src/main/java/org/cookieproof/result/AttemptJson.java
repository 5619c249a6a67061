package org.cookieproof.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;

/** An {@link Attempt} as JSON. */
final class AttemptJson {

    private AttemptJson() {}

    static ObjectNode write(Attempt attempt) {
        ObjectNode node = Json.object();
        node.put("verdict", attempt.verdict().wireName());
        node.put("reason", attempt.reason());
        node.put("durationMs", attempt.durationMs());
        ObjectNode attachments = node.putObject("attachments");
        new TreeMap<>(attempt.attachments()).forEach(attachments::put);
        return node;
    }

    static Attempt read(JsonNode node) {
        return new Attempt(
                Verdict.named(Json.text(node, "verdict")),
                Json.text(node, "reason"),
                Json.number(node, "durationMs"),
                Json.textMap(node, "attachments"));
    }
}
