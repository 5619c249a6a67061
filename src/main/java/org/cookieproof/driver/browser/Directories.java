package org.cookieproof.driver.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Deletes directories that a browser may still be writing to. */
public final class Directories {

    private static final int ATTEMPTS = 5;

    private Directories() {}

    /** Deletes it with all that is in it; what appears meanwhile is deleted in another attempt. */
    public static void delete(Path directory) throws IOException {
        for (int attempt = 1; Files.exists(directory); attempt++) {
            try {
                deleteOnce(directory);
            } catch (IOException | UncheckedIOException e) {
                if (attempt == ATTEMPTS) {
                    throw new IOException("cannot delete " + directory, e);
                }
            }
        }
    }

    private static void deleteOnce(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (NoSuchFileException e) {
            // deleted by the browser at the same time
        }
    }
}
