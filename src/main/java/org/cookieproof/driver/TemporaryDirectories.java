package org.cookieproof.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Directories of this virtual machine's in the system's temporary directory. Their names say whose they are, so that at
 * the end of a run it can be told whether one is left.
 */
public final class TemporaryDirectories {

    /** Short: browsers make sockets in there, whose whole path must stay under 108 characters. */
    private static final String PREFIX =
            "cookieproof-" + ProcessHandle.current().pid() + "-";

    private static final Path PLACE = Path.of(System.getProperty("java.io.tmpdir"));

    private TemporaryDirectories() {}

    /** Makes one; whoever makes it deletes it. */
    public static Path make() throws IOException {
        return Files.createTempDirectory(PLACE, PREFIX);
    }

    /** Those that are there now. */
    public static Set<Path> present() {
        try (Stream<Path> all = Files.list(PLACE)) {
            return all.filter(p -> p.getFileName().toString().startsWith(PREFIX))
                    .collect(Collectors.toSet());
        } catch (NoSuchFileException e) {
            return Set.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + PLACE, e);
        }
    }
}
