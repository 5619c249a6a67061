package org.cookieproof.target;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A JVM that starts a target, and waits: to be killed, as by a terminal's Ctrl-C, or to be told
 * anything, and then stops the target and ends in peace.
 */
final class StartedTarget {

    private StartedTarget() {}

    /**
     * @param args the target's id, its directory. Says {@code up PID PID …} when it answers and {@code stopped} in the
     *     end, each followed by a line of what is in the machine's directory for temporary files.
     */
    public static void main(String[] args) throws Exception {
        RunningTarget target = ContractTarget.declared(args[0]).start("default", Path.of(args[1]));
        List<String> pids = ProcessHandle.current()
                .descendants()
                .map(process -> Long.toString(process.pid()))
                .toList();
        System.out.println("up " + String.join(" ", pids));
        System.out.println(temporaryFiles());
        if (System.in.read() >= 0) { // else whoever started us is gone, and we end as by a signal
            target.close();
            System.out.println("stopped");
            System.out.println(temporaryFiles());
        }
    }

    private static String temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/tmp"))) {
            return files.map(Path::toString).sorted().collect(Collectors.joining(" "));
        }
    }
}
