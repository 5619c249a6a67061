package org.cookieproof.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What this machine, or the container that we are in, has to offer now.
 *
 * @param freeMegabytes memory that can be had without pushing anything out; empty where the system does not tell
 */
public record Machine(int cores, OptionalLong freeMegabytes) {

    private static final long MEGABYTE = 1 << 20;

    /** This one. */
    static Machine here() {
        return new Machine(Runtime.getRuntime().availableProcessors(), freeBelow(Path.of("/")));
    }

    /**
     * The lesser of what the kernel says is available and what the control group may still take; its file cache counts
     * as free, since the kernel drops it first.
     *
     * @param root where {@code proc} and {@code sys} are
     */
    static OptionalLong freeBelow(Path root) {
        return Stream.of(available(root), version2(root), version1(root))
                .flatMap(Optional::stream)
                .mapToLong(octets -> Math.max(0, octets) / MEGABYTE)
                .min();
    }

    private static Optional<Long> available(Path root) {
        return lines(root.resolve("proc/meminfo")).stream()
                .filter(line -> line.startsWith("MemAvailable:"))
                .findFirst()
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024);
    }

    /** Control groups of version 2 ({@code Documentation/admin-guide/cgroup-v2.rst}); a limit holds for all below. */
    private static Optional<Long> version2(Path root) {
        return groups(root.resolve("sys/fs/cgroup"), own(root, "0::/"))
                .flatMap(g -> left(g, "memory.max", "memory.current", "inactive_file").stream())
                .min(Long::compare);
    }

    private static Optional<Long> version1(Path root) {
        return groups(root.resolve("sys/fs/cgroup/memory"), own(root, "\\d+:(?:[^:]*,)?memory(?:,[^:]*)?:/"))
                .flatMap(g -> left(g, "memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file").stream())
                .min(Long::compare);
    }

    /** The path of our own group, below where groups are mounted; of a container's that sees only its own, nothing. */
    private static String own(Path root, String hierarchy) {
        return lines(root.resolve("proc/self/cgroup")).stream()
                .filter(line -> line.matches(hierarchy + ".*"))
                .findFirst()
                .map(line -> line.replaceFirst(hierarchy, ""))
                .orElse("");
    }

    /** Our own group and those that it is in, as far as they are to be seen. */
    private static Stream<Path> groups(Path mount, String own) {
        Path lowest = mount.resolve(own).normalize();
        return Stream.iterate(lowest, group -> group != null && group.startsWith(mount), Path::getParent)
                .filter(Files::isDirectory);
    }

    private static Optional<Long> left(Path group, String limit, String used, String cache) {
        Optional<Long> dropped = lines(group.resolve("memory.stat")).stream()
                .filter(line -> line.startsWith(cache + " "))
                .findFirst()
                .flatMap(line -> number(line.substring(cache.length() + 1)));
        // "max" is no number, and no limit.
        return number(group.resolve(limit))
                .flatMap(most -> number(group.resolve(used)).map(now -> most - now + dropped.orElse(0L)));
    }

    private static Optional<Long> number(Path file) {
        return lines(file).stream().findFirst().flatMap(Machine::number);
    }

    private static Optional<Long> number(String text) {
        return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            return List.of(); // not to be read is not told
        }
    }
}
