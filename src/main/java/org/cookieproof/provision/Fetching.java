package org.cookieproof.provision;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Another program that fetches something. It is waited for however long it takes, with a line now and then for whoever
 * waits too, and ends when we do.
 *
 * @param arrived what has come so far, as the line says it
 */
record Fetching(Artifact artifact, Consumer<String> progress, Supplier<String> arrived) {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    /** Such programs end at once when they are asked to. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /**
     * Returns its exit code.
     *
     * @param log gets all that it says
     */
    int run(ProcessBuilder program, Path log) throws IOException {
        Process process = program.redirectInput(
                        ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Thread atShutdown = new Thread(() -> end(process), "fetching-stop");
        Runtime.getRuntime().addShutdownHook(atShutdown);
        try {
            progress.accept("fetching " + artifact + " (" + artifact.megabytes() + " MB, once)");
            await(process);
        } finally {
            end(process);
            unhook(atShutdown);
        }
        return process.exitValue();
    }

    private void await(Process process) throws InterruptedIOException {
        try {
            while (!process.waitFor(BETWEEN_LINES.toMillis(), TimeUnit.MILLISECONDS)) {
                progress.accept("fetching " + artifact + ": " + arrived.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            var interrupted = new InterruptedIOException("interrupted while fetching " + artifact);
            interrupted.initCause(e);
            throw interrupted;
        }
    }

    /** Ends it, and waits for that: what it writes into is deleted next. */
    private static void end(Process process) {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
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
