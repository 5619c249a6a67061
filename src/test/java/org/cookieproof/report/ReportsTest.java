package org.cookieproof.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cookieproof.result.RunDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {

    @TempDir
    Path folder;

    @Test
    void makesEveryReportFromTheFolderAlone() throws Exception {
        SampleRun.write(folder);
        RunDirectory run = new RunDirectory(folder);

        Reports.writeAll(run);

        assertThat(run.junit()).isNotEmptyFile();
        assertThat(run.index()).isNotEmptyFile();
        assertThat(run.allureResults()).isNotEmptyDirectory();
        keepToLookAt(run);
    }

    @Test
    void makingThemAgainMakesTheSame() throws Exception {
        SampleRun.write(folder);
        RunDirectory run = new RunDirectory(folder);
        Reports.writeAll(run);
        Map<String, String> first = contents();
        Reports.writeAll(run);
        assertThat(contents()).isEqualTo(first);
    }

    @Test
    void aRunWithoutItsRecordingsIsReportedAllTheSame() throws Exception {
        SampleRun.write(folder);
        RunDirectory run = new RunDirectory(folder);
        Path torn;
        try (Stream<Path> files = Files.list(run.recordings())) {
            var recordings = files.sorted().toList();
            torn = recordings.get(0);
            for (Path recording : recordings.subList(2, recordings.size())) {
                Files.delete(recording);
            }
        }
        Files.writeString(torn, "{\"log\":");
        Reports.writeAll(run);
        assertThat(run.index()).content().contains("centralauth_Session, deleted by the logout at first");
    }

    @Test
    void aFolderWithoutARunIsRefused() {
        assertThatThrownBy(() -> Reports.writeAll(new RunDirectory(folder))).hasMessageContaining("no run here");
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)) + "");
            }
        }
        return contents;
    }

    /** With {@code -DargLine=-Dkeep=DIR} the page stays in DIR: a report has to be looked at, too. */
    private static void keepToLookAt(RunDirectory run) throws IOException {
        String keep = System.getProperty("keep");
        if (keep != null) {
            Files.createDirectories(Path.of(keep));
            Files.write(Path.of(keep, "index.html"), Files.readAllBytes(run.index()));
        }
    }
}
