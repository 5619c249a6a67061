package org.cookieproof.report.allure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.cookieproof.result.RunDirectory;

/** {@code allure-report/}: Allure's own pages, made by its command from {@code allure-results/}. */
public final class AllureSite {

    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final Path program;

    /** @param program Allure's command, as {@code bin/allure} of its distribution */
    public AllureSite(Path program) {
        this.program = program;
    }

    /**
     * Makes the pages in place of those that are there.
     *
     * @param earlier the folder of the run whose history goes on in this one; its pages may be missing
     * @return why there are none; empty when there are
     * @throws UncheckedIOException when a file cannot be read or written
     */
    public Optional<String> write(RunDirectory run, Optional<RunDirectory> earlier) {
        try {
            earlier.map(e -> site(e).resolve("history"))
                    .filter(Files::isDirectory)
                    .ifPresent(history -> copy(history, run.allureResults().resolve("history")));
            return generate(run);
        } catch (IOException e) {
            return Optional.of(program + " could not be started: " + e.getMessage());
        }
    }

    /** Where the pages of a run stand. */
    public static Path site(RunDirectory run) {
        return run.root().resolve("allure-report");
    }

    private Optional<String> generate(RunDirectory run) throws IOException {
        Path told = Files.createTempFile("cookieproof-allure", ".log");
        try {
            ProcessBuilder command = new ProcessBuilder(
                            program.toString(),
                            "generate",
                            "--clean",
                            "--output",
                            site(run).toAbsolutePath().toString(),
                            run.allureResults().toAbsolutePath().toString())
                    .redirectErrorStream(true)
                    .redirectOutput(told.toFile());
            // It would tell its makers of each report; a harness speaks to nobody but its target.
            command.environment().put("ALLURE_NO_ANALYTICS", "1");
            Process process = command.start();
            process.getOutputStream().close();
            return ended(process, told);
        } finally {
            Files.deleteIfExists(told);
        }
    }

    private Optional<String> ended(Process process, Path told) throws IOException {
        try {
            if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                return Optional.of(program + " did not end within " + LONGEST.toMinutes() + " minutes");
            }
            if (process.exitValue() == 0) {
                return Optional.empty();
            }
            String output = new String(Files.readAllBytes(told), StandardCharsets.UTF_8);
            return Optional.of(program + " ended with " + process.exitValue() + ": "
                    + output.lines()
                            .filter(l -> !l.isBlank())
                            .reduce((a, b) -> b)
                            .orElse("it says nothing"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted while " + program + " ran");
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.list(from)) {
            Files.createDirectories(to);
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.write(to.resolve(file.getFileName()), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy " + from, e);
        }
    }

    /** Removes the pages of an earlier making, which would not agree with the results of now. */
    public static void remove(RunDirectory run) {
        if (!Files.isDirectory(site(run))) {
            return;
        }
        try {
            Files.walkFileTree(site(run), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, java.io.IOException problem) throws IOException {
                    Files.delete(folder);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + site(run), e);
        }
    }
}
