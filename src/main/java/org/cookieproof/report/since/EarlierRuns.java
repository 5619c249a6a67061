package org.cookieproof.report.since;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.RunDirectory;
import org.cookieproof.result.RunKey;
import org.cookieproof.result.RunManifest;
import org.cookieproof.result.RunRecord;
import org.cookieproof.result.ShardFile;

/** Finds the run that a run is compared with, among those whose folders stand beside its own. */
public final class EarlierRuns {

    /** Further back nobody looks: a run of another selection of cells each time would make reports slow. */
    private static final int MOST = 30;

    private EarlierRuns() {}

    /**
     * The last run before this one of the same target, variant and regression that played at least one of its cells.
     * The first answer is kept in the run's folder and stays the answer.
     *
     * @throws UncheckedIOException when the folder cannot be read or written
     */
    public static Optional<EarlierRun> of(RunRecord run) {
        Path kept = run.directory().root().resolve("since.json");
        Optional<EarlierRun> known = EarlierRunFile.read(kept);
        if (known.isPresent()) {
            return known;
        }
        Optional<EarlierRun> found = look(run);
        found.ifPresent(earlier -> EarlierRunFile.write(kept, earlier));
        return found;
    }

    private static Optional<EarlierRun> look(RunRecord run) {
        Set<String> mine = run.results().stream()
                .filter(r -> r.verdict().executed())
                .map(CellResult::cell)
                .map(Object::toString)
                .collect(Collectors.toUnmodifiableSet());
        if (mine.isEmpty() || run.startedAt().isEmpty()) {
            return Optional.empty();
        }
        return neighbours(run).stream()
                .flatMap(folder -> manifest(folder).stream())
                .filter(m -> m.manifest().startedAt().isBefore(run.manifest().startedAt()))
                .filter(m -> comparable(m.manifest().run(), run.manifest().run()))
                .filter(m -> !isPart(m.directory()))
                .limit(MOST)
                .flatMap(m -> load(m).stream())
                .filter(earlier -> earlier.cells().keySet().stream().anyMatch(mine::contains))
                .findFirst();
    }

    private record Candidate(RunDirectory directory, RunManifest manifest) {}

    /** The newest first by name, which begins with the time, so that old folders need not be opened. */
    private static List<RunDirectory> neighbours(RunRecord run) {
        Path own = run.directory().root().toAbsolutePath().normalize();
        Path parent = own.getParent();
        if (parent == null) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.filter(f -> !f.equals(own) && !Files.isSymbolicLink(f))
                    .sorted(Comparator.comparing((Path f) -> f.getFileName().toString())
                            .reversed())
                    .map(RunDirectory::new)
                    .filter(d -> Files.isRegularFile(d.manifest()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + parent, e);
        }
    }

    /** A neighbour that cannot be read is no reason to have no report. */
    private static Optional<Candidate> manifest(RunDirectory folder) {
        try {
            return RunManifest.read(folder.manifest()).map(m -> new Candidate(folder, m));
        } catch (IllegalArgumentException | UncheckedIOException damaged) {
            return Optional.empty();
        }
    }

    /** Of most cells of the plan it says nothing; what all parts say is in the run that was merged from them. */
    private static boolean isPart(RunDirectory folder) {
        try {
            return ShardFile.read(folder.shard()).filter(ShardFile::isPart).isPresent();
        } catch (IllegalArgumentException | UncheckedIOException damaged) {
            return true;
        }
    }

    private static Optional<EarlierRun> load(Candidate candidate) {
        try {
            return Optional.of(EarlierRun.of(RunRecord.load(candidate.directory())));
        } catch (IllegalArgumentException | UncheckedIOException damaged) {
            return Optional.empty();
        }
    }

    private static boolean comparable(RunKey one, RunKey other) {
        return one.target().equals(other.target())
                && one.variant().equals(other.variant())
                && one.regression().equals(other.regression());
    }
}
