package org.cookieproof.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.cookieproof.driver.TemporaryDirectories;

/** A directory that is gone when it is closed. */
public record Scratch(Path path) implements AutoCloseable {

    static Scratch below(Path parent) {
        try {
            Files.createDirectories(parent);
            return new Scratch(Files.createTempDirectory(parent, "cell-"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a directory below " + parent, e);
        }
    }

    /** Below the machine's own. */
    public static Scratch temporary() {
        try {
            return new Scratch(TemporaryDirectories.make());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a temporary directory", e);
        }
    }

    @Override
    public void close() {
        // A browser's helper processes may still write while they die: what appears meanwhile is taken at the next try.
        for (int attempt = 0; attempt < 3 && Files.exists(path); attempt++) {
            try (Stream<Path> tree = Files.walk(path)) {
                List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
                for (Path file : deepestFirst) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException | UncheckedIOException e) {
                if (attempt == 2) {
                    path.toFile().deleteOnExit();
                }
            }
        }
    }
}
