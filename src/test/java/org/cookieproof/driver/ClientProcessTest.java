package org.cookieproof.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cookieproof.process.OwnProcesses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ClientProcessTest {

    @TempDir
    private Path home;

    private ClientProcess shell(Duration patience) {
        return new ClientProcess("/bin/sh", "dash", home, patience);
    }

    @Test
    void tellsWhatItSaidAndHowItEnded() {
        ClientProcess.Ended ended = shell(Duration.ofMinutes(1))
                .run(List.of("-c", "echo out; echo err >&2; exit 3"), ClientProcess.NO_INPUT);
        assertThat(ended).isEqualTo(new ClientProcess.Ended(3, "out\n", "err"));
    }

    /** The child of its child has no parent any more by then, and is in another process group. */
    @Test
    void whatHangsIsEndedWithAllThatItStarted() throws Exception {
        assertThatThrownBy(() -> shell(Duration.ofSeconds(2))
                        .run(
                                List.of("-c", "setsid sh -c 'sleep 600 & echo $! >orphan'; sleep 600"),
                                ClientProcess.NO_INPUT))
                .isInstanceOf(UserAgentBrokenException.class)
                .hasMessageContaining("has not ended within");
        long orphan = Long.parseLong(Files.readString(home.resolve("orphan")).strip());
        assertThat(ProcessHandle.of(orphan).filter(p -> OwnProcesses.running().contains(p)))
                .isEmpty();
    }

    /** So that the run finds it. */
    @Test
    void whatItLeavesBehindBearsTheMark() throws Exception {
        shell(Duration.ofMinutes(1))
                .run(
                        List.of("-c", "setsid sh -c 'sleep 600 >/dev/null 2>&1 & echo $! >orphan'"),
                        ClientProcess.NO_INPUT);
        ProcessHandle orphan = ProcessHandle.of(
                        Long.parseLong(Files.readString(home.resolve("orphan")).strip()))
                .orElseThrow();
        assertThat(OwnProcesses.running()).contains(orphan);
        orphan.destroyForcibly();
    }
}
