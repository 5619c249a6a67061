package org.cookieproof.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * {@code known.json}: the entries of known issues that no longer say the truth about the cells that ran.
 *
 * @param expired  past their day, and about cells that ran
 * @param vanished that did not happen in any of the cells that ran to their end
 */
public record KnownBites(List<Entry> expired, List<Entry> vanished) {

    public static final KnownBites NONE = new KnownBites(List.of(), List.of());

    public KnownBites {
        expired = List.copyOf(expired);
        vanished = List.copyOf(vanished);
    }

    /**
     * An entry and the lines it stands on.
     *
     * @param line  its first, from 1
     * @param lines their text, as in the file
     */
    public record Entry(String file, int line, List<String> lines, KnownCause cause) {
        public Entry {
            Objects.requireNonNull(file);
            lines = List.copyOf(lines);
            Objects.requireNonNull(cause);
        }

        public int lastLine() {
            return line + Math.max(1, lines.size()) - 1;
        }

        void put(ObjectNode node) {
            node.put("file", file).put("line", line);
            lines.forEach(node.putArray("lines")::add);
            node.set("entry", KnownCauseJson.write(cause));
        }

        static Entry read(JsonNode node) {
            return new Entry(
                    Json.text(node, "file"),
                    (int) Json.number(node, "line"),
                    Json.elements(node, "lines").map(JsonNode::asText).toList(),
                    KnownCauseJson.read(node.path("entry")));
        }
    }

    /** What is wrong with the entries themselves, as far as the cells that ran can tell. */
    public static KnownBites of(List<KnownTold> told) {
        return new KnownBites(
                told.stream()
                        .filter(KnownTold::hasExpired)
                        .map(KnownTold::entry)
                        .toList(),
                told.stream()
                        .filter(KnownTold::hasVanished)
                        .map(KnownTold::entry)
                        .toList());
    }

    /** Without what other cells of the plan may still show: that an entry has expired is certain, that it vanished not. */
    public KnownBites ofPart() {
        return new KnownBites(expired, List.of());
    }

    public boolean isEmpty() {
        return expired.isEmpty() && vanished.isEmpty();
    }

    /**
     * Writes it whole or not at all.
     *
     * @throws java.io.UncheckedIOException when it cannot be written
     */
    public void write(Path file) {
        ObjectNode node = Json.object();
        expired.forEach(e -> e.put(node.withArray("expired").addObject()));
        vanished.forEach(e -> e.put(node.withArray("vanished").addObject()));
        Json.writeFile(file, node);
    }

    /**
     * Reads it back; empty where there is none: every entry of the run, if it had any, holds.
     *
     * @throws IllegalArgumentException when it is damaged
     */
    public static Optional<KnownBites> read(Path file) {
        return Json.readFile(file).map(n -> new KnownBites(entries(n, "expired"), entries(n, "vanished")));
    }

    private static List<Entry> entries(JsonNode node, String member) {
        return Json.elements(node, member).map(Entry::read).toList();
    }
}
