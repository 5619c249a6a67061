package org.cookieproof.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How much memory processes take, as Linux counts it. */
public final class Memory {

    private static final String SHARE = "Pss:";

    private Memory() {}

    /**
     * What this virtual machine, the processes that bear its marks, and the descendants of both take now, in MB: their
     * proportional set sizes, in which what some share counts once (proc(5), {@code smaps_rollup}). 0 where the kernel
     * does not tell.
     */
    public static long ofOurs() {
        Set<ProcessHandle> ours = Stream.concat(Stream.of(ProcessHandle.current()), OwnProcesses.running().stream())
                .flatMap(p -> Stream.concat(Stream.of(p), p.descendants()))
                .collect(Collectors.toSet());
        return ours.stream().mapToLong(Memory::kilobytes).sum() / 1024;
    }

    private static long kilobytes(ProcessHandle process) {
        try (Stream<String> lines = Files.lines(
                Path.of("/proc", Long.toString(process.pid()), "smaps_rollup"), StandardCharsets.US_ASCII)) {
            return lines.filter(line -> line.startsWith(SHARE))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException | UncheckedIOException e) {
            return 0; // gone meanwhile
        }
    }
}
