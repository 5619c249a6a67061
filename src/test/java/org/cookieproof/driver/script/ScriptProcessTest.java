package org.cookieproof.driver.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.process.OwnProcesses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ScriptProcessTest {

    @TempDir
    private Path home;

    @Test
    void tellsTheLastWordsOfAProgramThatEnds() {
        ScriptProcess script = shell("read question; echo first >&2; echo 'no module named x' >&2");
        assertThatThrownBy(() -> script.ask(Map.of("ask", "engine"), Duration.ofMinutes(1)))
                .isInstanceOf(UserAgentBrokenException.class)
                .hasMessageContaining("has ended: no module named x (it needs a-package)");
        script.close();
    }

    @Test
    void takesAlongWhatAProgramHasStarted() throws Exception {
        ScriptProcess script = shell("read question; sleep 600 & echo $!; cat");
        long started =
                script.ask(Map.of("ask", "engine"), Duration.ofMinutes(1)).asLong();
        ProcessHandle left = ProcessHandle.of(started).orElseThrow();
        script.close();
        left.onExit().get(1, TimeUnit.MINUTES);
        assertThat(left.isAlive()).isFalse();
    }

    /** Its parent has ended before, and its process group is another. */
    @Test
    void takesAlongAnOrphan() throws Exception {
        ScriptProcess script = shell("read question; setsid sh -c 'sleep 600 >/dev/null & echo $!'; cat");
        ProcessHandle orphan = ProcessHandle.of(script.ask(Map.of("ask", "engine"), Duration.ofMinutes(1))
                        .asLong())
                .orElseThrow();
        assertThat(OwnProcesses.running()).contains(orphan);
        script.close();
        assertThat(OwnProcesses.running()).doesNotContain(orphan);
    }

    @Test
    void isOfNoUseOnceItHasNotAnsweredInTime() {
        ScriptProcess script = shell("sleep 600 & sleep 600");
        assertThatThrownBy(() -> script.ask(Map.of("ask", "engine"), Duration.ofMillis(200)))
                .isInstanceOf(UserAgentBrokenException.class)
                .hasMessageContaining("has not answered within");
        assertThat(script.isUsable(script.command())).isFalse();
        script.close();
    }

    private ScriptProcess shell(String program) {
        return ScriptProcess.start(
                new ScriptCommand(List.of("/bin/sh", "-c", program), Path.of("client.sh"), home, "a-package"));
    }
}
