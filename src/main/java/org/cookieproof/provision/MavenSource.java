package org.cookieproof.provision;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Fetches through this project's own Maven, so that mirrors, proxies and credentials are those of the user's settings,
 * and nothing is fetched that his local repository has. An interrupted download is begun anew.
 *
 * @param project    where {@code mvnw} and the {@code pom.xml} are, which pins the plugin that does it
 * @param repository Maven's local repository
 */
public record MavenSource(Path project, Path repository, Consumer<String> progress) implements ArtifactCache.Source {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
    /** Maven's JVM ends at once when it is asked to. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int MEGABYTE = 1_000_000;

    @Override
    public void fetch(Artifact artifact, Path directory) throws IOException {
        Path wrapper = project.resolve("mvnw");
        if (!Files.isExecutable(wrapper)) {
            throw new NotFetchedException(artifact + " is fetched with the project's own Maven, and there is no "
                    + wrapper + "; run this from a checkout of Cookieproof");
        }
        Path log = directory.resolve("maven.log");
        Process maven = new ProcessBuilder(command(wrapper, artifact, directory))
                .directory(project.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Thread atShutdown = new Thread(() -> end(maven), "maven-stop");
        Runtime.getRuntime().addShutdownHook(atShutdown);
        try {
            progress.accept("fetching " + artifact + " (" + artifact.megabytes() + " MB, once)");
            await(maven, artifact);
        } finally {
            end(maven);
            unhook(atShutdown);
        }
        if (maven.exitValue() != 0) {
            throw new NotFetchedException(artifact + " could not be fetched: " + reason(log)
                    + "\n  It comes from Maven Central. With a network, or behind your mirror (Maven's settings.xml), this"
                    + " gets it:\n  (cd " + project + " && ./mvnw dependency:get -Dtransitive=false -Dartifact="
                    + artifact.coordinates() + ")");
        }
    }

    private List<String> command(Path wrapper, Artifact artifact, Path directory) {
        return List.of(
                wrapper.toString(),
                "-B",
                "-q",
                "-Dmaven.repo.local=" + repository,
                "org.apache.maven.plugins:maven-dependency-plugin:copy",
                "-Dartifact=" + artifact.coordinates(),
                "-DoutputDirectory=" + directory);
    }

    private void await(Process maven, Artifact artifact) throws InterruptedIOException {
        try {
            while (!maven.waitFor(BETWEEN_LINES.toMillis(), TimeUnit.MILLISECONDS)) {
                progress.accept("fetching " + artifact + ": " + arrived(artifact) / MEGABYTE + " of "
                        + artifact.megabytes() + " MB");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            var interrupted = new InterruptedIOException("interrupted while fetching " + artifact);
            interrupted.initCause(e);
            throw interrupted;
        }
    }

    /** The largest file of the version's directory: Maven downloads under a name of its own, then renames. */
    private long arrived(Artifact artifact) {
        Path version = repository
                .resolve(artifact.group().replace('.', '/'))
                .resolve(artifact.name())
                .resolve(artifact.version());
        try (Stream<Path> files = Files.list(version)) {
            return files.mapToLong(file -> file.toFile().length()).max().orElse(0);
        } catch (IOException e) {
            return 0; // not begun yet; it is only told to whoever waits
        }
    }

    private static String reason(Path log) throws IOException {
        return Files.readString(log)
                .lines()
                .filter(line -> line.startsWith("[ERROR] ") || line.startsWith("mvnw: "))
                .map(line -> line.replaceFirst("^\\[ERROR\\] ", ""))
                .findFirst()
                .orElse("Maven failed and said nothing");
    }

    /** Ends it, and waits for that: what it writes into is deleted next. */
    private static void end(Process maven) {
        List<ProcessHandle> all =
                Stream.concat(maven.descendants(), Stream.of(maven.toHandle())).toList();
        all.forEach(ProcessHandle::destroy);
        CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        all.forEach(ProcessHandle::destroyForcibly);
    }

    private static void unhook(Thread atShutdown) {
        try {
            Runtime.getRuntime().removeShutdownHook(atShutdown);
        } catch (IllegalStateException e) {
            // The JVM is shutting down, and the hook does what it is there for.
        }
    }
}
