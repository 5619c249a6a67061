package org.cookieproof.provision;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A gzipped tar archive, by the system's own tar: every Debian has it, and Java has none. */
final class Tar {

    private Tar() {}

    /** @throws NotFetchedException if it is no such archive, or has a file for elsewhere, which tar refuses */
    static void unpack(Path archive, Path directory) throws IOException {
        Files.createDirectories(directory);
        Process tar = new ProcessBuilder(
                        "tar",
                        "--extract",
                        "--gzip",
                        "--no-same-owner",
                        "--file=" + archive.toAbsolutePath(),
                        "--directory=" + directory.toAbsolutePath())
                .redirectErrorStream(true)
                .start();
        tar.getOutputStream().close();
        String said = new String(tar.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (exitOf(tar) != 0) {
            throw new NotFetchedException(archive.getFileName() + " cannot be unpacked: " + said.strip());
        }
    }

    private static int exitOf(Process tar) throws InterruptedIOException {
        try {
            return tar.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            var interrupted = new InterruptedIOException("interrupted while unpacking");
            interrupted.initCause(e);
            throw interrupted;
        } finally {
            tar.destroy();
        }
    }
}
