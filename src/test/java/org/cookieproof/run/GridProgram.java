package org.cookieproof.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Selenium Grid's jars, fetched once through the project's own Maven from the pom beside, which pins them; Maven holds
 * each against its checksum. What {@code provision} fetches is one archive each, and this is a tree of them.
 */
record GridProgram(Path jars) {

    private static final Path POM = Path.of("src/test/grid/pom.xml");
    private static final long PATIENCE_MINUTES = 10;

    /** A directory that bears the name is whole: it was made under another and then renamed. */
    static GridProgram get() throws IOException, InterruptedException {
        Path jars = Path.of("target/selenium-grid").toAbsolutePath();
        if (!Files.isDirectory(jars) || Files.getLastModifiedTime(jars).compareTo(Files.getLastModifiedTime(POM)) < 0) {
            delete(jars);
            Path unfinished = Files.createTempDirectory(
                    Files.createDirectories(jars.resolveSibling("selenium-grid.unfinished")), "of");
            fetch(unfinished);
            Files.move(unfinished, jars, StandardCopyOption.ATOMIC_MOVE);
        }
        return new GridProgram(jars);
    }

    private static void fetch(Path into) throws IOException, InterruptedException {
        Path log = into.resolveSibling("maven.log");
        Process maven = new ProcessBuilder(
                        "./mvnw",
                        "-B",
                        "-q",
                        "-f",
                        POM.toString(),
                        "dependency:copy-dependencies",
                        "-DincludeScope=runtime",
                        "-DoutputDirectory=" + into)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!maven.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) || maven.exitValue() != 0) {
                throw new IOException("Selenium Grid could not be fetched:\n" + Files.readString(log));
            }
        } finally {
            maven.descendants().forEach(ProcessHandle::destroyForcibly);
            maven.destroyForcibly();
        }
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> tree = Files.walk(directory)) {
                for (Path file : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The command line of one of its roles. */
    List<String> command(List<String> arguments) {
        return Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx256m",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                jars + "/*",
                                "org.openqa.selenium.grid.Main"),
                        arguments.stream())
                .toList();
    }
}
