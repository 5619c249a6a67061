package org.cookieproof.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cookieproof.result.RunDirectory;
import org.cookieproof.result.RunManifest;

/** The runs below a folder of reports. */
record RunFolders(Path reports) {

    private static final int STAMP = "20261122-023435".length();

    /** Newest first: by name, which begins with the time, so that a killed run is found too. */
    List<RunDirectory> newestFirst() {
        if (!Files.isDirectory(reports)) {
            return List.of();
        }
        try (Stream<Path> runs = Files.list(reports)) {
            return runs.filter(r -> !Files.isSymbolicLink(r))
                    .filter(RunFolders::isRun)
                    .sorted(Comparator.comparing(RunFolders::second)
                            .thenComparing(RunFolders::begun)
                            .reversed())
                    .map(RunDirectory::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + reports, e);
        }
    }

    /** The run of this name below the folder, or at this path. */
    Optional<RunDirectory> named(String run) {
        Path below = reports.resolve(run);
        return Stream.of(below, Path.of(run))
                .filter(RunFolders::isRun)
                .findFirst()
                .map(p -> new RunDirectory(real(p)));
    }

    /** The newest run of this target, with the same regression injected, or none. */
    Optional<RunDirectory> newestOf(String target, Optional<String> regression) {
        return newestFirst().stream()
                .filter(d -> RunManifest.read(d.manifest())
                        .filter(m -> m.run().target().equals(target)
                                && m.run().regression().equals(regression))
                        .isPresent())
                .findFirst();
    }

    private static String second(Path run) {
        String name = run.getFileName().toString();
        return name.substring(0, Math.min(STAMP, name.length()));
    }

    /** Tells two runs of one second apart: the manifest is written first and never again. */
    private static FileTime begun(Path run) {
        try {
            return Files.getLastModifiedTime(new RunDirectory(run).manifest());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + run, e);
        }
    }

    private static boolean isRun(Path folder) {
        return Files.isRegularFile(new RunDirectory(folder).manifest());
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }
}
