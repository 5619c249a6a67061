package org.cookieproof.cli;

import java.nio.file.Path;
import org.cookieproof.result.RunDirectory;
import org.cookieproof.result.RunManifest;
import org.cookieproof.result.RunRecord;
import org.cookieproof.run.Project;
import org.cookieproof.shard.CellTimes;
import org.cookieproof.shard.CellTimesFile;

/** Keeps how long the cells of a run took, for whoever plays its plan in parts. */
final class TimesRecord {

    private TimesRecord() {}

    /**
     * The file that was written.
     *
     * @throws UsageException when the run says nothing about times
     */
    static Path write(RunDirectory directory, Project project) {
        RunRecord run = RunRecord.load(directory);
        CellTimes times = CellTimes.of(run.results());
        if (times.isEmpty()) {
            throw new UsageException("--record-times: no cell of this run was played; record another run");
        }
        RunManifest.Origin origin = run.manifest()
                .origin()
                .orElseThrow(() ->
                        new UsageException("--record-times: this run does not tell its plan; record another run"));
        Path file = project.times(planName(origin.plan()));
        CellTimesFile.write(file, times, run.manifest().run().run());
        return file;
    }

    /** A plan may have been given as a path. */
    private static String planName(String plan) {
        return String.valueOf(Path.of(plan).getFileName()).replaceFirst("\\.yaml$", "");
    }
}
