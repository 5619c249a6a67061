package org.cookieproof.target.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cookieproof.files.Directories;

/**
 * The directory in which a service of ours has all that it reads and writes: configuration, data, logs. Its programs
 * are started in it, and end when it ends.
 */
public final class ProcessDirectory {

    private final Path path;
    private final Duration patience;
    /** The last started first, which is the order of their end. */
    private final Deque<LeashedProcess> running = new ArrayDeque<>();

    private boolean ended;

    /**
     * @param path     made by {@link #create}
     * @param patience how long a command may take, or a program to end when it is asked to
     */
    public ProcessDirectory(Path path, Duration patience) {
        this.path = path.toAbsolutePath().normalize();
        this.patience = patience;
    }

    /** Absolute. */
    public Path path() {
        return path;
    }

    /**
     * Makes the directory, for its owner alone.
     *
     * @throws IOException if it exists and is not empty, since what is in it is not ours to overwrite; or if its name
     *     has what the configuration of some server would read otherwise
     */
    public void create() throws IOException {
        if (!path.toString().matches("[\\p{L}\\p{N} /._+@:,=~-]+")) {
            throw new IOException("this directory's name cannot be written into a server's configuration: " + path);
        }
        Files.createDirectories(path);
        try (Stream<Path> content = Files.list(path)) {
            if (content.findAny().isPresent()) {
                throw new IOException("the directory of a service is not empty: " + path);
            }
        }
        // Passwords, session ids and private keys come to lie in it.
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
    }

    public Path resolve(String name) {
        return path.resolve(name);
    }

    /** Writes a configuration file from its template. */
    public void write(Template template, Map<String, String> values) throws IOException {
        Files.writeString(path.resolve(template.name()), template.filled(values));
    }

    /**
     * Runs a command to its end; what it says goes into {@code NAME.log}.
     *
     * @param name        what messages call it
     * @param environment beside our own
     * @throws IOException when it fails or takes too long, with the end of what it said
     */
    public void run(String name, Map<String, String> environment, String input, List<String> command)
            throws IOException {
        // The leash has the standard input; a command that reads something reads a file.
        Path file = path.resolve(name + ".input");
        try {
            LeashedProcess process;
            if (input.isEmpty()) {
                process = start(name + ".log", environment, command);
            } else {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, input);
                process = start(name + ".log", environment, LeashedProcess.reading(file, command));
            }
            try {
                process.succeeds(name);
            } finally {
                end(process);
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /**
     * Starts a program that runs until it is ended here.
     *
     * @param environment beside our own
     * @throws IOException if it cannot be started, or if the service has ended meanwhile
     */
    public synchronized LeashedProcess start(String logName, Map<String, String> environment, List<String> command)
            throws IOException {
        if (ended) {
            throw new IOException("the service was ended while it started");
        }
        LeashedProcess process = LeashedProcess.start(path, logName, patience, environment, command);
        running.push(process);
        return process;
    }

    /** Those that were started and have not been ended here, the last started first. */
    public synchronized List<LeashedProcess> running() {
        return List.copyOf(running);
    }

    /** Ends one of its programs. */
    public synchronized void end(LeashedProcess process) {
        process.close();
        running.remove(process);
    }

    /** Ends its programs, the last started first; others may be started in their place. */
    public synchronized void stop() {
        while (!running.isEmpty()) {
            running.pop().close();
        }
    }

    /** Ends its programs for good, commands that still run too, and deletes it with all that is in it. */
    void end() throws IOException {
        endPrograms();
        Directories.delete(path);
    }

    /** Ends its programs for good; the directory stays, for its logs. */
    synchronized void endPrograms() {
        ended = true;
        stop();
    }
}
