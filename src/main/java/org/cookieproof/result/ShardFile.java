package org.cookieproof.result;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * {@code shard.json}: which part of a plan a run plays, and what the whole is; written before its first cell, and again
 * after its last. A merged run has one, too, so that it can be merged with the parts that it lacks.
 *
 * @param plan   the whole
 * @param played of a run its own part; of a merged one all that it was merged from, in order
 * @param known  what the cells say about the known issues, in the order of their files
 */
public record ShardFile(ShardedPlan plan, List<PlayedShard> played, List<KnownTold> known) {

    public ShardFile {
        Objects.requireNonNull(plan);
        played = List.copyOf(played);
        known = List.copyOf(known);
    }

    /** Whether there is more of the plan than this. */
    public boolean isPart() {
        return played.size() < plan.count();
    }

    /**
     * Writes it whole or not at all.
     *
     * @throws java.io.UncheckedIOException when it cannot be written
     */
    public void write(Path file) {
        Json.writeFile(file, ShardFileJson.write(this));
    }

    /**
     * Reads it back; empty where there is no such file: the run was not played in parts.
     *
     * @throws IllegalArgumentException when it is damaged
     */
    public static Optional<ShardFile> read(Path file) {
        return Json.readFile(file).map(ShardFileJson::read);
    }
}
