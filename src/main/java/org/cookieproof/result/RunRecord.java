package org.cookieproof.result;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cookieproof.evidence.ScenarioId;
import org.cookieproof.result.RunManifest.AboutScenario;

/**
 * All that a run left behind, read from its folder: what every report is made of.
 *
 * @param results    complete: one for each planned cell
 * @param unreadable lines of {@code results.jsonl} that could not be read
 * @param endedAt    empty when the run goes on or was killed
 */
public record RunRecord(
        RunDirectory directory,
        RunManifest manifest,
        List<CellResult> results,
        List<Unreadable> unreadable,
        Optional<Instant> endedAt) {

    public RunRecord {
        Objects.requireNonNull(directory);
        Objects.requireNonNull(manifest);
        results = List.copyOf(results);
        unreadable = List.copyOf(unreadable);
        Objects.requireNonNull(endedAt);
    }

    /**
     * Reads a run's folder.
     *
     * @throws IllegalArgumentException when it holds no run, or lines of different runs
     * @throws java.io.UncheckedIOException when it cannot be read
     */
    public static RunRecord load(RunDirectory directory) {
        ResultsFile.Contents contents = ResultsFile.read(directory.results());
        RunManifest manifest =
                RunManifest.read(directory.manifest()).orElseGet(() -> manifestOf(directory, contents.results()));
        contents.results().stream()
                .filter(r -> !r.run().sameRun(manifest.run()))
                .findFirst()
                .ifPresent(r -> {
                    throw new IllegalArgumentException(
                            directory.results() + ": a line of " + r.run() + " among those of " + manifest.run());
                });
        return new RunRecord(
                directory,
                manifest,
                RunDirectory.complete(manifest, contents.results()),
                contents.unreadable(),
                LedgerFile.read(directory.ledger()).flatMap(f -> Optional.ofNullable(f.endedAt())));
    }

    /** For a folder that only has results: merged, or made by a tool of somebody else's. */
    private static RunManifest manifestOf(RunDirectory directory, List<CellResult> results) {
        if (results.isEmpty()) {
            throw new IllegalArgumentException(
                    directory.root() + ": no run here: neither plan.json nor a line in results.jsonl");
        }
        Map<ScenarioId, AboutScenario> scenarios = new LinkedHashMap<>();
        results.forEach(r -> scenarios.put(r.cell().scenario(), new AboutScenario(r.title(), List.of(), Set.of())));
        return new RunManifest(
                results.get(0).run(),
                Instant.EPOCH,
                "",
                results.stream().map(CellResult::cell).distinct().toList(),
                scenarios,
                Map.of(),
                List.of());
    }

    public Ledger ledger() {
        return Ledger.of(results);
    }

    /** Empty when {@code plan.json} is missing. */
    public Optional<Instant> startedAt() {
        return manifest.startedAt().equals(Instant.EPOCH) ? Optional.empty() : Optional.of(manifest.startedAt());
    }

    /** Wall-clock time of the run; empty when it did not end by itself. */
    public Optional<Duration> took() {
        return startedAt().flatMap(start -> endedAt.map(end -> Duration.between(start, end)));
    }

    public List<CellResult> with(Verdict verdict) {
        return results.stream().filter(r -> r.verdict() == verdict).toList();
    }
}
