package org.cookieproof.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.cookieproof.process.SessionProcesses;

/** Runs a program to its end in one directory, with an environment in which nothing of the user's own is to be found. */
public final class ClientProcess {

    /** An exit status above this says which signal ended the process. */
    private static final int SIGNAL = 128;

    private final String binary;
    private final String debianPackage;
    private final Path dir;
    private final Duration patience;
    private final SessionProcesses processes = new SessionProcesses();

    public static final Path NO_INPUT = Path.of("/dev/null");

    /** What the program said when it had ended. */
    public record Ended(int status, String out, String err) {}

    /**
     * @param debianPackage where it comes from, for a user who lacks it
     * @param dir           its working directory and its HOME
     */
    public ClientProcess(String binary, String debianPackage, Path dir, Duration patience) {
        this.binary = binary;
        this.debianPackage = debianPackage;
        this.dir = dir;
        this.patience = patience;
    }

    /**
     * Runs it with these arguments.
     *
     * @param input what it reads from stdin
     * @throws UserAgentBrokenException when it is missing, hangs, or is ended from outside
     */
    public Ended run(List<String> arguments, Path input) {
        List<String> command = new ArrayList<>(List.of(binary));
        command.addAll(arguments);
        Path out = dir.resolve("process.out");
        Path err = dir.resolve("process.err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(dir.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(input.toFile()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        isolate(builder.environment(), dir, processes);
        int status = await(start(builder));
        if (status > SIGNAL) {
            throw new UserAgentBrokenException(binary + " was ended by signal " + (status - SIGNAL));
        }
        return new Ended(status, read(out), read(err).strip());
    }

    /**
     * Leaves nothing of the user's own in an environment: proxies, CA bundles, key logs and rc files all come in through
     * it.
     *
     * @param processes among which the process, and those that it starts, are found again
     */
    public static void isolate(Map<String, String> environment, Path home, SessionProcesses processes) {
        String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
        environment.clear();
        environment.put("PATH", path);
        environment.put("HOME", home.toString());
        environment.put("LC_ALL", "C.UTF-8");
        environment.putAll(processes.environment());
    }

    private Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UserAgentBrokenException(
                    "cannot run " + binary + " (" + e.getMessage() + "); install Debian's package " + debianPackage, e);
        }
    }

    private int await(Process process) {
        try {
            if (process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
            processes.kill();
            throw new UserAgentBrokenException(binary + " has not ended within " + patience);
        } catch (InterruptedException e) {
            processes.kill();
            Thread.currentThread().interrupt();
            throw new UserAgentBrokenException("interrupted while waiting for " + binary, e);
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
