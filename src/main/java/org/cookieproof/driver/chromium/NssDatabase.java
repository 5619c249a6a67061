package org.cookieproof.driver.chromium;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.cookieproof.driver.browser.CertificateDatabase;
import org.cookieproof.files.Directories;

/**
 * A HOME whose NSS database holds the run's CA: the only place where a Chromium on Linux looks for a CA of its user's.
 * With certificate errors ignored instead, it would not cache.
 */
final class NssDatabase {

    private static final String HOME = "chromium-home";

    private NssDatabase() {}

    /**
     * The HOME under the run's directory, made by whoever needs it first. It is made beside its place and moved there
     * in one step, so that neither another thread nor another process sees half of it; who comes second throws its own
     * away.
     */
    static Path homeTrusting(Path caPem, Path runHome) {
        Path home = runHome.resolve(HOME);
        if (Files.isDirectory(home)) {
            return home;
        }
        try {
            Files.createDirectories(runHome);
            Path made = Files.createTempDirectory(runHome, HOME);
            CertificateDatabase.make(Files.createDirectories(made.resolve(".pki/nssdb")), caPem);
            moveUnlessThere(made, home);
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void moveUnlessThere(Path made, Path home) throws IOException {
        try {
            Files.move(made, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isDirectory(home)) {
                throw e;
            }
            Directories.delete(made);
        }
    }
}
