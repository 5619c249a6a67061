package org.cookieproof.target.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ProcessDirectoryTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> ENDLESS = List.of("sleep", "600");

    @TempDir
    private Path dir;

    private ProcessDirectory directory = new ProcessDirectory(Path.of(""), PATIENCE);

    @BeforeEach
    void create() throws IOException {
        directory = new ProcessDirectory(dir.resolve("a service"), PATIENCE);
        directory.create();
    }

    @Test
    void aCommandReadsItsInputFromAFileThatIsGoneAfterwards() throws IOException {
        directory.run("reader", Map.of("NAME", "it's me"), "a \"line\"\n", List.of("sh", "-c", "echo \"$NAME\"; cat"));

        assertThat(directory.resolve("reader.log")).hasContent("it's me\na \"line\"\n");
        assertThat(directory.resolve("reader.input")).doesNotExist();
    }

    @Test
    void aCommandWithoutInputIsNotLeftWaitingForOne() throws IOException {
        directory.run("reader", Map.of(), "", List.of("cat"));

        assertThat(directory.resolve("reader.log")).isEmptyFile();
        assertThat(directory.running()).isEmpty();
    }

    @Test
    void aCommandThatFailsIsToldWithWhatItSaidThisTime() throws IOException {
        directory.run("tool", Map.of(), "", List.of("echo", "of the first time"));

        assertThatIOException()
                .isThrownBy(
                        () -> directory.run("tool", Map.of(), "", List.of("sh", "-c", "echo no such wiki >&2; exit 3")))
                .withMessageContaining("tool failed with 3; the end of " + directory.resolve("tool.log"))
                .withMessageContaining("no such wiki")
                .withMessageNotContaining("of the first time");
    }

    @Test
    void aCommandThatTakesTooLongIsEnded() throws IOException {
        var impatient = new ProcessDirectory(directory.path(), Duration.ofMillis(50));

        assertThatIOException()
                .isThrownBy(() -> impatient.run("endless", Map.of(), "", ENDLESS))
                .withMessageContaining("endless took longer than");
        assertThat(impatient.running()).isEmpty();
        assertThat(ProcessesIn.directory(directory.path())).isEmpty();
    }

    @Test
    void aCommandEndsWithTheServiceAndNothingIsStartedThereafter() throws Exception {
        var run = CompletableFuture.supplyAsync(
                () -> catchThrowable(() -> directory.run("endless", Map.of(), "some input", ENDLESS)));
        while (directory.running().isEmpty()) {
            Thread.onSpinWait(); // the test's own patience bounds it
        }

        directory.endPrograms();

        assertThat(run.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("endless failed with 143");
        assertThat(ProcessesIn.directory(directory.path())).isEmpty();
        assertThatIOException()
                .isThrownBy(() -> directory.start("late.log", Map.of(), ENDLESS))
                .withMessageContaining("ended while it started");
    }

    @Test
    void aCommandEndsWithAKilledJvm() throws Exception {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RunsForever.class.getName(),
                        dir.resolve("another").toString())
                .redirectError(dir.resolve("jvm.log").toFile())
                .start();
        assertThat(jvm.inputReader(StandardCharsets.UTF_8).readLine())
                .as("%s", Files.readString(dir.resolve("jvm.log")))
                .isEqualTo("running");
        List<ProcessHandle> started = ProcessesIn.directory(dir.resolve("another"));
        assertThat(started).isNotEmpty();

        jvm.destroyForcibly().waitFor();

        for (ProcessHandle process : started) {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    /** What {@link #aCommandEndsWithAKilledJvm} kills. */
    static final class RunsForever {

        private RunsForever() {}

        /** @param args the directory; its command says {@code running} through our own standard output */
        public static void main(String[] args) throws IOException {
            ProcessDirectory directory = new ProcessDirectory(Path.of(args[0]), PATIENCE);
            directory.create();
            directory.run(
                    "endless",
                    Map.of(),
                    "",
                    List.of(
                            "sh",
                            "-c",
                            "echo running >/proc/" + ProcessHandle.current().pid() + "/fd/1; exec sleep 600"));
        }
    }
}
