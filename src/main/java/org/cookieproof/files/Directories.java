package org.cookieproof.files;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Deletes directories, those too that a dying process may still be writing to. */
public final class Directories {

    private static final int ATTEMPTS = 5;

    /** Before the second attempt; as much longer before each further one. */
    private static final long PAUSE_MILLIS = 20;

    private Directories() {}

    /**
     * Deletes it with all that is in it; what appears meanwhile is deleted in another attempt, and what others delete
     * meanwhile is as good. Links are not followed. Nothing is done where there is none.
     *
     * @throws IOException where something may not be deleted, or has appeared again at each attempt
     */
    public static void delete(Path directory) throws IOException {
        for (int attempt = 1; Files.exists(directory, LinkOption.NOFOLLOW_LINKS); attempt++) {
            try {
                Files.walkFileTree(directory, new Deleting());
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw new IOException("cannot delete " + directory, e);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(attempt * PAUSE_MILLIS));
            }
        }
    }

    private static final class Deleting extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
