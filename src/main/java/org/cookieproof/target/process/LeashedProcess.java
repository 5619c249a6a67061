package org.cookieproof.target.process;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.cookieproof.process.SessionProcesses;

/**
 * A program of ours that ends when we close it, or when this JVM dies in whatever way ({@code leash.sh}). What it says
 * is appended to its log.
 */
public final class LeashedProcess {

    private final Process leash;
    private final SessionProcesses processes;
    private final LogFile log;
    private final Duration patience;

    private LeashedProcess(Process leash, SessionProcesses processes, LogFile log, Duration patience) {
        this.leash = leash;
        this.processes = processes;
        this.log = log;
        this.patience = patience;
    }

    /** @param directory the program's working directory; {@code leash.sh} is put there */
    static LeashedProcess start(
            Path directory, String logName, Duration patience, Map<String, String> environment, List<String> command)
            throws IOException {
        if (!Files.exists(directory.resolve("leash.sh"))) {
            Files.writeString(
                    directory.resolve("leash.sh"),
                    Template.of(LeashedProcess.class, "leash.sh").text());
        }
        List<String> leashed = new ArrayList<>(List.of("/bin/sh", "leash.sh"));
        leashed.addAll(command);
        LogFile log = LogFile.fromNowOn(directory.resolve(logName));
        ProcessBuilder builder = new ProcessBuilder(leashed)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.path().toFile()));
        builder.environment().putAll(environment);
        SessionProcesses processes = new SessionProcesses();
        builder.environment().putAll(processes.environment());
        return new LeashedProcess(builder.start(), processes, log, patience);
    }

    /** The command with a file as its standard input, as the same process. */
    static List<String> reading(Path input, List<String> command) {
        List<String> reading = new ArrayList<>(
                List.of("/bin/sh", "-c", "input=$1; shift; exec \"$@\" <\"$input\"", "sh", input.toString()));
        reading.addAll(command);
        return reading;
    }

    /** Whether the program ends by itself within the time. */
    public boolean endsWithin(Duration time) throws InterruptedIOException {
        try {
            return leash.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            // One more way for input and output to fail.
            Thread.currentThread().interrupt();
            var interrupted = new InterruptedIOException("interrupted while waiting for process " + leash.pid());
            interrupted.initCause(e);
            throw interrupted;
        }
    }

    /**
     * Waits for its end.
     *
     * @param name what messages call it
     * @throws IOException when it fails, takes longer than our patience, or we are interrupted
     */
    void succeeds(String name) throws IOException {
        if (!endsWithin(patience)) {
            throw new IOException(name + " took longer than " + patience.toSeconds() + " s; " + log.tail());
        }
        if (leash.exitValue() != 0) {
            throw new IOException(name + " failed with " + leash.exitValue() + "; " + log.tail());
        }
    }

    /** What it has said; of whoever wrote into the same file before, nothing. */
    public LogFile log() {
        return log;
    }

    /** Asks the program to end, and kills it if it has not after our patience; whatever it started goes with it. */
    void close() {
        processes.look();
        try {
            leash.getOutputStream().close();
            endsWithin(patience);
        } catch (IOException e) {
            // A pipe that is gone, or an interrupt: the hard way follows in either case.
        }
        processes.kill();
        leash.onExit().join();
    }
}
