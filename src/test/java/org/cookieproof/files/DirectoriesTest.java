package org.cookieproof.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoriesTest {

    @TempDir
    private Path home;

    @Test
    void deletesAllThatIsInIt() throws IOException {
        Files.writeString(Files.createDirectories(home.resolve("a/b/c")).resolve("d"), "x");
        Directories.delete(home.resolve("a"));
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void whatALinkLeadsToStays() throws IOException {
        Path kept =
                Files.writeString(Files.createDirectories(home.resolve("kept")).resolve("file"), "x");
        Files.createSymbolicLink(Files.createDirectories(home.resolve("a")).resolve("link"), home.resolve("kept"));
        Files.createSymbolicLink(home.resolve("dangling"), home.resolve("nowhere"));
        Directories.delete(home.resolve("a"));
        Directories.delete(home.resolve("dangling"));
        assertThat(kept).exists();
        assertThat(home.resolve("a")).doesNotExist();
        assertThat(Files.isSymbolicLink(home.resolve("dangling"))).isFalse();
    }

    @Test
    void nothingIsDoneWhereThereIsNone() throws IOException {
        Directories.delete(home.resolve("none"));
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void whatOthersDeleteMeanwhileHindersNothing() throws Exception {
        Path directory = withFiles(2000);
        Thread other = new Thread(() -> {
            for (int i = 0; i < 2000; i++) {
                directory.resolve("file-" + i).toFile().delete();
            }
        });
        other.start();
        Directories.delete(directory);
        other.join();
        assertThat(directory).doesNotExist();
    }

    /** As a browser that is dying does. */
    @Test
    void whatIsWrittenMeanwhileIsDeletedToo() throws Exception {
        Path directory = withFiles(2000);
        Thread writer = new Thread(() -> {
            try {
                for (int i = 0; i < 100; i++) {
                    Files.createFile(directory.resolve("late-" + i));
                }
            } catch (IOException e) {
                // the directory is gone
            }
        });
        writer.start();
        Directories.delete(directory);
        writer.join();
        assertThat(directory).doesNotExist();
    }

    private Path withFiles(int count) throws IOException {
        Path directory = Files.createDirectories(home.resolve("a"));
        for (int i = 0; i < count; i++) {
            Files.createFile(directory.resolve("file-" + i));
        }
        return directory;
    }
}
