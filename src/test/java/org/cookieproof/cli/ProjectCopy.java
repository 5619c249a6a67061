package org.cookieproof.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The project's own files in a place of their own, so that the runs of a test are not among the user's, and the
 * program, started there as a process.
 */
record ProjectCopy(Path home) {

    /** @param home is there and empty */
    static ProjectCopy into(Path home) throws IOException {
        for (String folder : List.of("scenarios", "browsers", "ci")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path copy = home.resolve(file.toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
        return new ProjectCopy(home);
    }

    /** What starts {@code ./cookieproof} with these arguments. */
    List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dcookieproof.home=" + home,
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}
