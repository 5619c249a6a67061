package org.cookieproof.target;

import java.nio.file.Path;
import java.util.List;

/** A JVM that starts a target and waits to be killed: what a terminal's Ctrl-C meets. */
final class StartedTarget {

    private StartedTarget() {}

    /** @param args the target's id, its directory; says {@code up PID PID …} when it answers */
    public static void main(String[] args) throws Exception {
        ContractTarget.declared(args[0]).start("default", Path.of(args[1]));
        List<String> pids = ProcessHandle.current()
                .descendants()
                .map(process -> Long.toString(process.pid()))
                .toList();
        System.out.println("up " + String.join(" ", pids));
        Thread.currentThread().join();
    }
}
