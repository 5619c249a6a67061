package org.cookieproof.target.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The directory in which a service of ours has all that it reads and writes: configuration, data, logs. Its programs
 * are started in it.
 *
 * @param path     absolute; made by {@link #create}
 * @param patience how long a command may take, or a program to end when it is asked to
 */
public record ProcessDirectory(Path path, Duration patience) {

    public ProcessDirectory {
        path = path.toAbsolutePath().normalize();
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
        LogFile log = new LogFile(path.resolve(name + ".log"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(path.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.path().toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        ProcessEnd.ofCommand(process, patience, name, log);
    }

    /**
     * Starts a program that runs until it is closed.
     *
     * @param environment beside our own
     */
    public LeashedProcess start(String logName, Map<String, String> environment, List<String> command)
            throws IOException {
        return LeashedProcess.start(path, logName, patience, environment, command);
    }

    /** Deletes the directory with all that is in it. */
    public void delete() throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> tree = Files.walk(path)) {
            deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.delete(file);
        }
    }
}
