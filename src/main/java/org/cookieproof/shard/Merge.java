package org.cookieproof.shard;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cookieproof.evidence.CellId;
import org.cookieproof.result.PlayedShard;
import org.cookieproof.result.RunDirectory;
import org.cookieproof.result.ShardedPlan;

/** Puts the runs of a plan's parts together; in whatever order they are named, the same comes of it. */
public final class Merge {

    private final List<Piece> pieces;

    private Merge(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    /**
     * Reads the runs and proves that they are parts of one plan, each there once at most.
     *
     * @param runs each a run of a part, or merged from some of them
     * @throws UnmergeableException when they are not
     */
    public static Merge of(List<RunDirectory> runs) {
        List<String> reasons = new ArrayList<>();
        List<Piece> pieces = new ArrayList<>();
        for (RunDirectory run : runs) {
            try {
                Piece piece = Piece.read(run);
                piece.whyNot().ifPresentOrElse(reasons::add, () -> pieces.add(piece));
            } catch (IllegalArgumentException | UncheckedIOException e) {
                reasons.add(told(run, e));
            }
        }
        throwIfAny(reasons);
        if (pieces.isEmpty()) {
            throw new UnmergeableException(List.of("no run is named"));
        }
        pieces.sort(Comparator.comparingInt(Merge::first));
        reasons.addAll(ofOtherPlans(pieces));
        throwIfAny(reasons);
        reasons.addAll(overlaps(pieces));
        throwIfAny(reasons);
        return new Merge(pieces);
    }

    private static String told(RunDirectory run, RuntimeException e) {
        String why = String.valueOf(e.getMessage());
        return why.startsWith(run.root().toString()) ? why : run.root() + ": cannot be read: " + why;
    }

    private static void throwIfAny(List<String> reasons) {
        if (!reasons.isEmpty()) {
            throw new UnmergeableException(reasons);
        }
    }

    private static int first(Piece piece) {
        return piece.file().played().stream().mapToInt(PlayedShard::index).min().orElse(0);
    }

    private static List<String> ofOtherPlans(List<Piece> pieces) {
        Piece first = pieces.get(0);
        List<String> reasons = new ArrayList<>();
        for (Piece other : pieces.subList(1, pieces.size())) {
            List<String> differences = new ArrayList<>(
                    first.file().plan().differencesFrom(other.file().plan()));
            if (first.file().known().size() != other.file().known().size()) {
                differences.add("how many known issues they tell of");
            }
            if (!differences.isEmpty()) {
                reasons.add(other.root() + ": is of another plan than " + first.root() + "; they differ in "
                        + String.join(", ", differences));
            }
        }
        return reasons;
    }

    private static List<String> overlaps(List<Piece> pieces) {
        Map<Integer, Piece> byShard = new HashMap<>();
        List<String> reasons = new ArrayList<>();
        for (Piece piece : pieces) {
            for (PlayedShard shard : piece.file().played()) {
                Piece before = byShard.putIfAbsent(shard.index(), piece);
                if (before != null) {
                    reasons.add("shard " + piece.file().plan().shard(shard.index()) + " is there twice: "
                            + before.root() + " and " + piece.root() + "; leave one out");
                }
            }
        }
        return reasons;
    }

    /** The one run that they are. */
    public Merged merged() {
        return new MergedRun(plan(), pieces, played(), missing()).merged();
    }

    /** The folders of the runs, that of the first part first. */
    List<RunDirectory> directories() {
        return pieces.stream().map(p -> p.record().directory()).toList();
    }

    /** In which of them the files of a cell are. */
    Map<CellId, RunDirectory> directoryOfCells() {
        Map<CellId, RunDirectory> all = new HashMap<>();
        pieces.forEach(p -> p.own().forEach(c -> all.put(c, p.record().directory())));
        return all;
    }

    private ShardedPlan plan() {
        return pieces.get(0).file().plan();
    }

    private Map<Integer, PlayedShard> played() {
        return pieces.stream()
                .flatMap(p -> p.played().stream())
                .collect(Collectors.toMap(PlayedShard::index, p -> p, (a, b) -> a, TreeMap::new));
    }

    private List<Integer> missing() {
        Map<Integer, PlayedShard> played = played();
        return IntStream.rangeClosed(1, plan().count())
                .filter(i -> !played.containsKey(i))
                .boxed()
                .toList();
    }
}
