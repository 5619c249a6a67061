package org.cookieproof.target.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class StartupTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TAKEN = "echo 'bind: Address already in use'; exit 1";

    @TempDir
    private Path dir;

    private ProcessDirectory directory = new ProcessDirectory(Path.of(""), PATIENCE);
    private final AtomicInteger attempts = new AtomicInteger();

    @BeforeEach
    void create() throws IOException {
        directory = new ProcessDirectory(dir.resolve("a service"), PATIENCE);
        directory.create();
    }

    @AfterEach
    void end() {
        directory.endPrograms();
    }

    /** Starts "servers" that are these shell commands, one an attempt; they answer unless they fail. */
    private int started(String... commands) throws IOException {
        return new Startup(directory, PATIENCE, InstantSource.system())
                .onFreePorts("it", attempts::getAndIncrement, attempt -> {
                    String command = commands[Math.min(attempt, commands.length - 1)];
                    LeashedProcess server = directory.start("it.log", Map.of(), List.of("sh", "-c", command));
                    return () -> server.log().contains("listening");
                });
    }

    @Test
    void whereAPortIsTakenMeanwhileOthersAreTried() throws IOException {
        assertThat(started(TAKEN, TAKEN, "echo listening; sleep 600")).isEqualTo(2);
        assertThat(directory.running()).hasSize(1);
    }

    @Test
    void itIsNotTriedForEver() {
        assertThatIOException().isThrownBy(() -> started(TAKEN)).withMessage("no ports stayed free for it");
        assertThat(attempts).hasValue(4);
    }

    @Test
    void aCrashOfTheSecondAttemptIsNotTakenForAPortAsTheFirst() {
        assertThatIOException()
                .isThrownBy(() -> started(TAKEN, "echo no memory; exit 1"))
                .withMessageContaining("it did not start")
                .withMessageContaining("no memory");
        assertThat(attempts).hasValue(2);
    }

    @Test
    void whatWasStartedBeforeMustLiveOn() throws IOException {
        directory.start("before.log", Map.of(), List.of("sh", "-c", "echo Address already in use; exit 1"));
        assertThatIOException()
                .isThrownBy(() -> started("sleep 600"))
                .withMessageContaining("the end of " + directory.resolve("before.log"));
    }
}
