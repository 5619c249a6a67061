package org.cookieproof.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Deletes directories, those too that a dying process may still be writing to. */
public final class Directories {

    private static final int ATTEMPTS = 5;

    private Directories() {}

    /**
     * Deletes it with all that is in it; what appears meanwhile is deleted in another attempt. Links are not followed.
     * Nothing is done where there is none.
     */
    public static void delete(Path directory) throws IOException {
        for (int attempt = 1; Files.exists(directory, LinkOption.NOFOLLOW_LINKS); attempt++) {
            try {
                deleteOnce(directory);
            } catch (IOException | UncheckedIOException e) {
                // Somebody else may write there or delete at the same time.
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
        }
    }
}
