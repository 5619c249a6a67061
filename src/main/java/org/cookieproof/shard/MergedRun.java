package org.cookieproof.shard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cookieproof.evidence.CellId;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.KnownBites;
import org.cookieproof.result.KnownTold;
import org.cookieproof.result.Ledger;
import org.cookieproof.result.LedgerFile;
import org.cookieproof.result.PlayedShard;
import org.cookieproof.result.RunKey;
import org.cookieproof.result.RunManifest;
import org.cookieproof.result.ShardFile;
import org.cookieproof.result.ShardedPlan;
import org.cookieproof.result.SignalMoves;

/** Makes one run of the runs of a plan's parts. */
final class MergedRun {

    private final ShardedPlan plan;
    private final List<Piece> pieces;
    private final TreeMap<Integer, PlayedShard> played;
    private final List<Integer> missing;
    private final RunKey key;

    /**
     * @param played  the parts that are there, by number
     * @param missing those that are not
     */
    MergedRun(ShardedPlan plan, List<Piece> pieces, Map<Integer, PlayedShard> played, List<Integer> missing) {
        this.plan = plan;
        this.pieces = List.copyOf(pieces);
        this.played = new TreeMap<>(played);
        this.missing = List.copyOf(missing);
        RunKey whole = plan.whole().run();
        this.key = new RunKey(id(), whole.target(), whole.variant(), whole.regression());
    }

    /** The same for the same runs; the time is that of the last to start, so that it stands behind all of them. */
    private String id() {
        Instant last = played.values().stream()
                .map(PlayedShard::startedAt)
                .max(Instant::compareTo)
                .orElseThrow();
        String runs = played.values().stream().map(PlayedShard::run).collect(Collectors.joining("\n"));
        return RunKey.id(
                last,
                plan.whole().run().target() + "-merged-"
                        + ShardedPlan.digest(runs).substring(0, 4));
    }

    Merged merged() {
        boolean complete = missing.isEmpty() && played.values().stream().allMatch(PlayedShard::isComplete);
        RunManifest manifest = manifest();
        List<CellResult> results = results(manifest);
        List<KnownTold> known = known();
        KnownBites bites = KnownBites.of(known);
        SignalMoves signals = new MergedSignals(plan, List.copyOf(played.values()), missing).moves();
        return new Merged(
                manifest,
                results,
                new LedgerFile(key, Ledger.of(results), complete ? lastEnd() : null),
                complete ? bites : bites.ofPart(),
                signals,
                new ShardFile(plan, List.copyOf(played.values()), known),
                complete,
                remarks());
    }

    private Instant lastEnd() {
        return played.values().stream()
                .flatMap(p -> p.endedAt().stream())
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private RunManifest manifest() {
        RunManifest whole = plan.whole();
        Instant start = played.values().stream()
                .map(PlayedShard::startedAt)
                .min(Instant::compareTo)
                .orElseThrow();
        return new RunManifest(
                key,
                start,
                whole.plan(),
                whole.planned(),
                whole.scenarios(),
                whole.profiles(),
                whole.exceptions(),
                whole.origin());
    }

    private List<CellResult> results(RunManifest manifest) {
        Map<CellId, CellResult> told = new HashMap<>();
        for (Piece piece : pieces) {
            Set<CellId> own = piece.own();
            for (CellResult result : piece.record().results()) {
                boolean itself = piece.told().contains(result.cell());
                if (own.contains(result.cell())) {
                    told.put(result.cell(), itself ? result : untold(piece, result));
                }
            }
        }
        List<CellResult> results = new ArrayList<>();
        for (int i = 0; i < manifest.planned().size(); i++) {
            CellId cell = manifest.planned().get(i);
            CellResult result = told.get(cell);
            results.add(
                    result != null
                            ? result.within(key)
                            : manifest.notRun(
                                    cell, "shard " + plan.shard(plan.shardOf().get(i)) + " is missing"));
        }
        return results;
    }

    private CellResult untold(Piece piece, CellResult result) {
        PlayedShard shard = piece.shardOf(result.cell());
        String why = shard.endedAt().isEmpty()
                ? "shard " + plan.shard(shard.index()) + " ended first"
                : "shard " + plan.shard(shard.index()) + " has no result of it that can be read";
        return piece.record().manifest().notRun(result.cell(), why);
    }

    /** All parts have read the same entries, in the same order. */
    private List<KnownTold> known() {
        List<KnownTold> all = pieces.get(0).known();
        for (Piece piece : pieces.subList(1, pieces.size())) {
            List<KnownTold> more = piece.known();
            List<KnownTold> both = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                both.add(all.get(i).and(more.get(i)));
            }
            all = both;
        }
        return all;
    }

    private List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        missing.forEach(i -> remarks.add("shard " + plan.shard(i) + " is missing; cells not run for it: "
                + plan.cells(i).size()));
        for (PlayedShard shard : played.values()) {
            String name = "shard " + plan.shard(shard.index()) + " (" + shard.run() + ")";
            if (shard.endedAt().isEmpty()) {
                remarks.add(name + " did not end by itself; cells not run for it: " + shard.untold() + " of "
                        + plan.cells(shard.index()).size());
            } else if (shard.untold() > 0) {
                remarks.add(name + " lacks results that can be read; cells not run for it: " + shard.untold());
            }
            if (shard.interrupted()) {
                remarks.add(name + " was interrupted");
            }
        }
        pieces.forEach(p -> p.record().unreadable().forEach(u -> remarks.add(p.root() + "/" + u)));
        return remarks;
    }
}
