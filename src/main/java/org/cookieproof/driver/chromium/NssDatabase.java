package org.cookieproof.driver.chromium;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cookieproof.driver.UserAgentBrokenException;

/**
 * A HOME whose NSS database holds the run's CA: the only place where a Chromium on Linux looks for a CA of its user's.
 * With certificate errors ignored instead, it would not cache.
 */
final class NssDatabase {

    private static final String HOME = "chromium-home";
    private static final long LIMIT_SECONDS = 60;

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
            String database = "sql:" + Files.createDirectories(made.resolve(".pki/nssdb"));
            certutil("-N", "-d", database, "--empty-password");
            certutil("-A", "-d", database, "-n", "cookieproof", "-t", "C,,", "-i", caPem.toString());
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

    private static void certutil(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("certutil"));
        command.addAll(List.of(arguments));
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UserAgentBrokenException("certutil does not start; it is in Debian's libnss3-tools", e);
        }
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new UserAgentBrokenException(String.join(" ", command) + " failed: " + said.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserAgentBrokenException("interrupted while certutil ran", e);
        } finally {
            process.destroyForcibly();
        }
    }
}
