package org.cookieproof.shard;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cookieproof.evidence.CellId;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.KnownCause;
import org.cookieproof.result.KnownTold;
import org.cookieproof.result.PlayedShard;
import org.cookieproof.result.ResultsFile;
import org.cookieproof.result.RunDirectory;
import org.cookieproof.result.RunRecord;
import org.cookieproof.result.ShardFile;
import org.cookieproof.result.Verdict;

/** A run that is to be merged with others: of one part of a plan, or merged before. */
record Piece(ShardFile file, RunRecord record, Set<CellId> told) {

    Piece {
        told = Set.copyOf(told);
    }

    /** @throws IllegalArgumentException when it is no part of anything, or damaged */
    static Piece read(RunDirectory directory) {
        ShardFile file = ShardFile.read(directory.shard())
                .orElseThrow(() -> new IllegalArgumentException(
                        directory.root() + ": is no part of a run; 'run --shard I/N' makes one"));
        if (file.played().isEmpty()) {
            throw new IllegalArgumentException(directory.shard() + ": names no shard");
        }
        RunRecord record = RunRecord.load(directory);
        Set<CellId> told = ResultsFile.read(directory.results()).results().stream()
                .map(CellResult::cell)
                .collect(Collectors.toSet());
        return new Piece(file, record, told);
    }

    Path root() {
        return record.directory().root();
    }

    boolean isMerged() {
        return !file.played().stream()
                .allMatch(p -> p.run().equals(record.manifest().run().run()));
    }

    Set<CellId> own() {
        Set<CellId> own = new HashSet<>();
        file.played().forEach(p -> own.addAll(file.plan().cells(p.index())));
        return own;
    }

    /** Why it is not what its own file says; empty when it is. */
    Optional<String> whyNot() {
        Set<CellId> planned = new HashSet<>(record.manifest().planned());
        Set<CellId> mine = isMerged() ? new HashSet<>(file.plan().whole().planned()) : own();
        if (!planned.equals(mine)) {
            return Optional.of(root() + ": its plan.json and its shard.json have different cells");
        }
        return told.stream()
                .filter(c -> !planned.contains(c))
                .sorted()
                .findFirst()
                .map(c -> root() + ": has a result of " + c + ", which is no cell of its shard");
    }

    /** With what its results, rather than itself, say of how it ended; of a merged run both are to be believed. */
    List<PlayedShard> played() {
        return file.played().stream()
                .map(p -> p.with(isMerged() ? Math.max(p.untold(), untold(p)) : untold(p)))
                .toList();
    }

    /** Which of its shards a cell of its own is of. */
    PlayedShard shardOf(CellId cell) {
        return file.played().stream()
                .filter(p -> file.plan().cells(p.index()).contains(cell))
                .findFirst()
                .orElseThrow();
    }

    private int untold(PlayedShard shard) {
        return (int) file.plan().cells(shard.index()).stream()
                .filter(c -> !told.contains(c))
                .count();
    }

    /** A run that was killed did not live to write what happened; its results say it of what was put down to an entry. */
    List<KnownTold> known() {
        Set<String> happened = record.with(Verdict.KNOWN).stream()
                .flatMap(r -> r.known().stream())
                .map(KnownCause::at)
                .collect(Collectors.toSet());
        return file.known().stream()
                .map(k -> new KnownTold(
                        k.entry(),
                        k.expired(),
                        k.happened() || happened.contains(k.entry().cause().at()),
                        k.absent()))
                .toList();
    }
}
