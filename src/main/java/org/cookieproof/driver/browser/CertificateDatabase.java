package org.cookieproof.driver.browser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cookieproof.driver.UserAgentBrokenException;

/** An NSS database that holds the run's CA and nothing else, made by Debian's certutil. */
public final class CertificateDatabase {

    private static final long LIMIT_SECONDS = 60;

    private CertificateDatabase() {}

    /** Makes one in a directory that exists. */
    public static void make(Path directory, Path caPem) throws IOException {
        String database = "sql:" + directory;
        certutil("-N", "-d", database, "--empty-password");
        certutil("-A", "-d", database, "-n", "cookieproof", "-t", "C,,", "-i", caPem.toString());
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
