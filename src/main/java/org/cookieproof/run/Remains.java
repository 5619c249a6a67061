package org.cookieproof.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cookieproof.driver.TemporaryDirectories;
import org.cookieproof.files.Directories;
import org.cookieproof.process.OwnProcesses;

/**
 * What a run, with all its drivers and targets closed, has left on this machine and must not have: a process of a user
 * agent or a target, or one that such a process started, and a temporary directory. What was there before is not the
 * run's; so a virtual machine plays one run at a time.
 *
 * @param processes   that ran before the run
 * @param directories that were there before it
 */
public record Remains(Set<ProcessHandle> processes, Set<Path> directories) {

    /** What has been told to end, a client of the last cell for example, may take this long. */
    private static final Duration AGONY = Duration.ofSeconds(5);

    /** To be called before anything of the run is started. */
    public static Remains from() {
        return new Remains(OwnProcesses.running(), TemporaryDirectories.present());
    }

    /** Ends and deletes what is left, and tells each; nothing, if all is well. After the run has closed everything. */
    public List<String> clear() {
        List<String> told = new ArrayList<>();
        Set<ProcessHandle> left = left();
        if (!left.isEmpty() && !OwnProcesses.awaitEnd(left, AGONY)) {
            left = left();
            left.forEach(p -> told.add("process " + p.pid() + " ("
                    + p.info().commandLine().or(p.info()::command).orElse("its command is not to be read") + ")"));
            left.forEach(ProcessHandle::destroyForcibly);
            if (!OwnProcesses.awaitEnd(left, AGONY)) {
                told.add("and not all of these processes could be ended");
            }
        }
        directories(told);
        return told;
    }

    /** The same after what ended the run by a fault, which tells it. */
    public void clearAfter(Throwable fault) {
        clear().forEach(left -> fault.addSuppressed(new IllegalStateException("left behind: " + left)));
    }

    private Set<ProcessHandle> left() {
        Set<ProcessHandle> left = new HashSet<>(OwnProcesses.running());
        left.removeAll(processes);
        return left;
    }

    private void directories(List<String> told) {
        try {
            for (Path directory : TemporaryDirectories.present()) {
                if (!directories.contains(directory)) {
                    told.add("directory " + directory);
                    Directories.delete(directory);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            told.add("and not all directories could be deleted: " + e.getMessage());
        }
    }
}
