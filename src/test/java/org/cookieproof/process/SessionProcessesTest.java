package org.cookieproof.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionProcessesTest {

    private final SessionProcesses processes = new SessionProcesses();

    private Process start(String script) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of("setsid", "sh", "-c", script));
        builder.environment().putAll(processes.environment());
        return builder.start();
    }

    private static ProcessHandle told(Process by) throws IOException {
        try (BufferedReader out = by.inputReader(StandardCharsets.US_ASCII)) {
            return ProcessHandle.of(Long.parseLong(out.readLine())).orElseThrow();
        }
    }

    @Test
    void anOrphanThatBearsTheMarkIsEnded() throws Exception {
        Process parent = start("sleep 600 >/dev/null & echo $!");
        ProcessHandle orphan = told(parent);
        parent.waitFor();
        processes.kill();
        assertThat(OwnProcesses.runs(orphan)).isFalse();
    }

    /** As Chromium's renderers do, which overwrite their environment, when their browser is killed. */
    @Test
    void anOrphanWithoutAMarkIsEndedWithItsGroup() throws Exception {
        Process parent = start("read go; env -i sleep 600 >/dev/null & echo $!");
        processes.look();
        try (Writer in = parent.outputWriter(StandardCharsets.US_ASCII)) {
            in.write("go\n");
        }
        ProcessHandle orphan = told(parent);
        parent.waitFor();
        assertThat(OwnProcesses.runs(orphan)).isTrue();
        processes.kill();
        assertThat(OwnProcesses.runs(orphan)).isFalse();
    }

    @Test
    void whatIsNotOfTheSessionStays() throws Exception {
        SessionProcesses others = new SessionProcesses();
        ProcessBuilder builder = new ProcessBuilder("sleep", "600");
        builder.environment().putAll(others.environment());
        Process other = builder.start();
        processes.kill();
        assertThat(other.isAlive()).isTrue();
        assertThat(OwnProcesses.running()).contains(other.toHandle());
        others.kill();
        assertThat(OwnProcesses.runs(other.toHandle())).isFalse();
    }
}
