package org.cookieproof.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * {@code mirror.json}: where a target differs from another that it may be taken for, as the doctor saw it. A run keeps what
 * was known of its target then: what holds on a beta need not hold in production where the two differ.
 *
 * @param target  what was examined
 * @param against what it was held against
 * @param at      when
 */
public record Mirror(String target, String against, Instant at, List<Difference> differences) {

    /**
     * Where they are not alike.
     *
     * @param what  they differ in
     * @param one   how it is at the target
     * @param other how it is at the other
     */
    public record Difference(String what, String one, String other) {
        public Difference {
            Objects.requireNonNull(what);
            Objects.requireNonNull(one);
            Objects.requireNonNull(other);
        }
    }

    public Mirror {
        Objects.requireNonNull(target);
        Objects.requireNonNull(against);
        Objects.requireNonNull(at);
        differences = List.copyOf(differences);
    }

    /**
     * Writes it whole or not at all.
     *
     * @throws java.io.UncheckedIOException when it cannot be written
     */
    public void write(Path file) {
        ObjectNode node = Json.object();
        node.put("target", target).put("against", against).put("at", at.toString());
        var array = node.putArray("differences");
        differences.forEach(
                d -> array.addObject().put("what", d.what()).put("one", d.one()).put("other", d.other()));
        Json.writeFile(file, node);
    }

    /**
     * Reads it back; empty where there is none.
     *
     * @throws IllegalArgumentException when it is damaged
     */
    public static Optional<Mirror> read(Path file) {
        return Json.readFile(file)
                .map(n -> new Mirror(
                        Json.text(n, "target"),
                        Json.text(n, "against"),
                        Json.instant(n, "at"),
                        Json.elements(n, "differences").map(Mirror::difference).toList()));
    }

    private static Difference difference(JsonNode node) {
        return new Difference(Json.text(node, "what"), Json.text(node, "one"), Json.text(node, "other"));
    }
}
