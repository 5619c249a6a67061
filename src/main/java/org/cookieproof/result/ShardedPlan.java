package org.cookieproof.result;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cookieproof.evidence.CellId;

/**
 * The whole of which a run plays a part: all that it takes to put the parts together and to judge them as one run.
 *
 * @param whole        the manifest of all parts together; of no run yet, so its id is empty
 * @param shardOf      for each planned cell of the whole the part that plays it, from 1
 * @param count        of the parts
 * @param madeFrom     what the plan was made from, by name: a digest of files, or an option as it was given. Runs of which
 *                     all of it is alike are parts of one plan
 * @param required     of what the plan, or its stage, asks that it was played
 * @param stage        of the plan, where only that was asked for
 * @param failOnFlaky  whether a flaky cell makes the exit code 5
 * @param sharedTarget whether all parts are played against one deployment, rather than each against a service of its own
 */
public record ShardedPlan(
        RunManifest whole,
        List<Integer> shardOf,
        int count,
        Map<String, String> madeFrom,
        Set<Requirement> required,
        Optional<String> stage,
        boolean failOnFlaky,
        boolean sharedTarget) {

    public ShardedPlan {
        Objects.requireNonNull(whole);
        shardOf = List.copyOf(shardOf);
        if (shardOf.size() != whole.planned().size() || shardOf.stream().anyMatch(s -> s < 1 || s > count)) {
            throw new IllegalArgumentException("not every planned cell has its shard");
        }
        madeFrom = Collections.unmodifiableMap(new TreeMap<>(madeFrom));
        required = Collections.unmodifiableSet(new TreeSet<>(required));
        Objects.requireNonNull(stage);
    }

    public Shard shard(int index) {
        return new Shard(index, count);
    }

    /** What a part plays, in the order of the plan. */
    public Set<CellId> cells(int index) {
        Set<CellId> cells = new LinkedHashSet<>();
        for (int i = 0; i < shardOf.size(); i++) {
            if (shardOf.get(i) == index) {
                cells.add(whole.planned().get(i));
            }
        }
        return Collections.unmodifiableSet(cells);
    }

    /** In what two plans are not alike, in words; empty where runs of both are parts of one plan. */
    public List<String> differencesFrom(ShardedPlan other) {
        List<String> differences = new ArrayList<>();
        Set<String> names = new TreeSet<>(madeFrom.keySet());
        names.addAll(other.madeFrom.keySet());
        for (String name : names) {
            String ours = madeFrom.getOrDefault(name, "(none)");
            String theirs = other.madeFrom.getOrDefault(name, "(none)");
            if (!ours.equals(theirs)) {
                differences.add(name + " (" + ours + ", " + theirs + ")");
            }
        }
        if (differences.isEmpty()
                && !(count == other.count
                        && shardOf.equals(other.shardOf)
                        && whole.planned().equals(other.whole.planned())
                        && required.equals(other.required))) {
            differences.add("the cells of their shards");
        }
        return differences;
    }

    /** Of targets that can be made alike from one: all parts of a plan have the same. */
    public static long seedOf(Map<String, String> madeFrom) {
        byte[] digest = sha256(new TreeMap<>(madeFrom).toString());
        long seed = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            seed = seed << 8 | (digest[i] & 0xff);
        }
        return seed;
    }

    /** A short digest, in hex. */
    public static String digest(String text) {
        return HexFormat.of().formatHex(sha256(text), 0, 6);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
