package org.cookieproof.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** The most memory that a process and all below it had at one time, from {@code /proc}; shared pages count once. */
final class Memory implements AutoCloseable {

    private static final long EVERY_MILLIS = 200;

    private final ProcessHandle root;
    private final AtomicLong peakKib = new AtomicLong();
    private final Thread watch = new Thread(this::watch, "memory-watch");

    private Memory(ProcessHandle root) {
        this.root = root;
    }

    static Memory watching(ProcessHandle root) {
        Memory memory = new Memory(root);
        memory.watch.setDaemon(true);
        memory.watch.start();
        return memory;
    }

    private void watch() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                long now = Stream.concat(Stream.of(root), root.descendants())
                        .mapToLong(Memory::proportionalKib)
                        .sum();
                peakKib.accumulateAndGet(now, Math::max);
                Thread.sleep(EVERY_MILLIS);
            }
        } catch (InterruptedException e) {
            // told to end
        }
    }

    private static long proportionalKib(ProcessHandle process) {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "smaps_rollup")).stream()
                    .filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            return 0; // it has ended meanwhile
        }
    }

    long peakMib() {
        return peakKib.get() / 1024;
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
