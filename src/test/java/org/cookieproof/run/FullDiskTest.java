package org.cookieproof.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cookieproof.result.LedgerFile;
import org.cookieproof.result.ResultsFile;
import org.cookieproof.result.RunDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is really full: a file system of a few pages of memory. */
class FullDiskTest {

    @TempDir
    private Path directory;

    private Path disk = Path.of("");

    @BeforeEach
    void mount() throws IOException, InterruptedException {
        disk = Files.createDirectory(directory.resolve("reports"));
        assumeTrue(
                call("mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", disk.toString()) == 0,
                "only root can mount a small file system");
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        call("umount", disk.toString());
    }

    private static int call(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @Test
    void aFullDiskEndsTheRunAndKeepsWhatIsThere() throws IOException {
        Path target = HostileRuns.target(directory, "silent");

        Throwable thrown = catchThrowable(() -> Runs.play(
                Selection.ofPlan("local")
                        .withTarget(target.toString())
                        .withProfiles(List.of("okhttp", "jdk-cookiemanager")),
                disk));

        assertThat(thrown)
                .isInstanceOf(ReportsUnwritableException.class)
                .hasMessageContaining("No space left on device")
                .hasMessageContaining("results.jsonl");
        RunDirectory run;
        try (Stream<Path> runs = Files.list(disk)) {
            run = new RunDirectory(runs.findFirst().orElseThrow());
        }
        ResultsFile.Contents kept = ResultsFile.read(run.results());
        assertThat(kept.results()).isNotEmpty();
        assertThat(kept.unreadable()).isEmpty();
        assertThat(LedgerFile.read(run.ledger())).isPresent();
    }
}
