package org.cookieproof.driver.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cookieproof.driver.ClientProcess;
import org.cookieproof.driver.UserAgentBrokenException;

/**
 * Makes a binary of a program of ours, once for each driver.
 *
 * @param words of the command; the binary to make and the source come after them
 * @param needs Debian packages, to be told to whoever lacks one
 * @param home  an existing directory of the run
 */
record Compiler(List<String> words, String needs, Path home) {

    /** With an empty cache Go takes 4 s here, on two idle cores. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** @throws UserAgentBrokenException when the compiler is missing, hangs, or does not take the source */
    Path compiled(Path source) {
        // By its whole path: a folder is a program in Go, and each folder's file is called main.go.
        Path binary = home.resolve("compiled").resolve(source.toString().replaceAll("[^A-Za-z0-9.]+", "-"));
        try {
            if (!Files.isExecutable(binary)) {
                Files.createDirectories(home.resolve("compiled"));
                compile(source, binary);
            }
            return binary;
        } catch (IOException e) {
            throw new UserAgentBrokenException("cannot compile " + source + " into " + binary, e);
        }
    }

    /** In a directory of its own and then moved, for several workers may do so at a time. */
    private void compile(Path source, Path binary) throws IOException {
        Path dir = Files.createTempDirectory(home, "compiling");
        Path fresh = dir.resolve("made");
        List<String> arguments = new ArrayList<>(words.subList(1, words.size()));
        arguments.add(fresh.toString());
        arguments.add(source.toString());
        ClientProcess.Ended ended =
                new ClientProcess(words.get(0), needs, dir, PATIENCE).run(arguments, ClientProcess.NO_INPUT);
        if (ended.status() != 0) {
            throw new UserAgentBrokenException(
                    "cannot compile " + source + " (it needs " + needs + "): " + ended.err());
        }
        Files.move(fresh, binary, StandardCopyOption.ATOMIC_MOVE);
    }
}
