package org.cookieproof.driver.browser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * The processes of one session. They bear a mark in their environment, since the browser is a grandchild of ours, its
 * crash handlers are nobody's children, and the libraries do not tell any of their ids. Renderers overwrite their
 * environment; they are found as descendants.
 */
public final class SessionProcesses {

    private static final String VARIABLE = "COOKIEPROOF_USER_AGENT";

    private final String mark = UUID.randomUUID().toString();
    private final Set<ProcessHandle> known = ConcurrentHashMap.newKeySet();

    /** What every process of the session must find in its environment. */
    public Map<String, String> environment() {
        return Map.of(VARIABLE, mark);
    }

    /** Takes notice of the processes that run now, so that they are known when their parents are gone. */
    public void look() {
        Set<ProcessHandle> marked =
                ProcessHandle.allProcesses().filter(this::isMarked).collect(Collectors.toSet());
        known.addAll(marked);
        known.stream()
                .flatMap(ProcessHandle::descendants)
                .collect(Collectors.toSet())
                .forEach(known::add);
    }

    /** The known processes that still run. */
    public Set<ProcessHandle> running() {
        return known.stream().filter(SessionProcesses::runs).collect(Collectors.toCollection(HashSet::new));
    }

    /** Gives the processes some time to end by themselves, then ends them. */
    public void end(Duration grace) {
        look();
        awaitEnd(grace);
        kill();
    }

    /** Ends all of them now. */
    public void kill() {
        look();
        running().forEach(ProcessHandle::destroyForcibly);
        // What the kernel has been told to end can still hold files for a moment.
        awaitEnd(Duration.ofSeconds(5));
    }

    private void awaitEnd(Duration atMost) {
        long until = System.nanoTime() + atMost.toNanos();
        while (!running().isEmpty()
                && System.nanoTime() < until
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    private boolean isMarked(ProcessHandle process) {
        return read(process, "environ").contains(VARIABLE + "=" + mark);
    }

    /** A process that has ended, but that nobody has asked about, still has an id and a state: Z. */
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && !read(process, "stat").matches("(?s).*\\) Z .*");
    }

    private static String read(ProcessHandle process, String file) {
        try {
            Path path = Path.of("/proc", Long.toString(process.pid()), file);
            return new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return ""; // gone meanwhile, or another user's
        }
    }
}
