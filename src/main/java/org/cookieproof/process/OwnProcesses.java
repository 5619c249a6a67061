package org.cookieproof.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** The processes that this virtual machine started, also those whose parents have gone; Linux's {@code /proc} tells. */
public final class OwnProcesses {

    /** In the environment of every user agent and of every target that is a process. */
    static final String VARIABLE = "COOKIEPROOF_PROCESS";

    /** The id is for people; another machine's process may have the same one, and be seen from here. */
    private static final String MARKS = ProcessHandle.current().pid() + "-" + UUID.randomUUID() + ".";

    private OwnProcesses() {}

    /** What every mark of ours begins with. */
    static String beginningOfMarks() {
        return MARKS;
    }

    /**
     * Those that run now and bear a mark of this machine's. What else it started is not ours: tests of a user's own may
     * run in it beside ours.
     */
    public static Set<ProcessHandle> running() {
        String mark = VARIABLE + "=" + MARKS;
        return ProcessHandle.allProcesses()
                .filter(p -> bears(p, mark))
                .filter(OwnProcesses::runs)
                .collect(Collectors.toSet());
    }

    /** Waits until none of them runs; false when some still do, or the thread was interrupted (it still is then). */
    public static boolean awaitEnd(Collection<ProcessHandle> processes, Duration atMost) {
        long until = System.nanoTime() + atMost.toNanos();
        while (processes.stream().anyMatch(OwnProcesses::runs)) {
            if (System.nanoTime() > until || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        return true;
    }

    /** A process that has ended, but that nobody has asked about, still has an id and a state: Z. */
    static boolean runs(ProcessHandle process) {
        return process.isAlive() && !state(process, 0).equals("Z");
    }

    static boolean bears(ProcessHandle process, String mark) {
        return read(process, "environ").contains(mark);
    }

    /** The process's group; 0 when it has gone meanwhile. */
    static long group(ProcessHandle process) {
        String group = state(process, 2);
        return group.isEmpty() ? 0 : Long.parseLong(group);
    }

    /** A field of {@code /proc/PID/stat}, counted from the one after the program's name (proc(5)); empty when gone. */
    private static String state(ProcessHandle process, int field) {
        String stat = read(process, "stat");
        String afterName = stat.substring(stat.lastIndexOf(')') + 1).strip();
        String[] fields = afterName.split(" ", -1);
        return field < fields.length ? fields[field] : "";
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
