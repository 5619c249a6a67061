package org.cookieproof.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.cookieproof.result.RunDirectory;

/** {@code reports/latest}: a symbolic link to the newest run. */
final class LatestLink {

    private LatestLink() {}

    static void pointTo(Path reports, RunDirectory directory) {
        Path name = directory.root().getFileName();
        Path fresh = reports.resolve(".latest-" + name);
        try {
            Files.createSymbolicLink(fresh, name);
            Files.move(fresh, reports.resolve("latest"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot point " + reports.resolve("latest") + " to " + name, e);
        }
    }
}
