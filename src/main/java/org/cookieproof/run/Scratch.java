package org.cookieproof.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cookieproof.driver.TemporaryDirectories;
import org.cookieproof.files.Directories;

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
        try {
            Directories.delete(path);
        } catch (IOException e) {
            path.toFile().deleteOnExit();
        }
    }
}
