package org.cookieproof.target.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The processes of a service, whoever their parents are. */
public final class ProcessesIn {

    private ProcessesIn() {}

    /** Those that are at work in a directory, or in one that was deleted from under them. */
    public static List<ProcessHandle> directory(Path directory) {
        return ProcessHandle.allProcesses()
                .filter(process -> workingDirectory(process).startsWith(directory.toAbsolutePath()))
                .toList();
    }

    private static Path workingDirectory(ProcessHandle process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"));
        } catch (IOException e) {
            return Path.of("/"); // it has ended meanwhile, or is another user's
        }
    }
}
