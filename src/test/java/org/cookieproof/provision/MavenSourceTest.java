package org.cookieproof.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenSourceTest {

    private static final Artifact THING = new Artifact("org.example", "thing", "1.0", "zip", "0".repeat(128), 1);

    @TempDir
    private Path dir;

    private final List<String> progress = new ArrayList<>();

    private MavenSource source() {
        return new MavenSource(dir, dir.resolve("repository"), progress::add);
    }

    private void mvnw(String script) throws IOException {
        Path file = Files.writeString(dir.resolve("mvnw"), "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void hasTheProjectsMavenCopyItAndSaysSo() throws IOException {
        mvnw("for a; do case $a in -DoutputDirectory=*) echo \"$*\" >\"${a#*=}/thing-1.0.zip\" ;; esac; done\n");

        source().fetch(THING, Files.createDirectory(dir.resolve("into it")));

        assertThat(dir.resolve("into it/thing-1.0.zip"))
                .content()
                .contains("-Dartifact=org.example:thing:1.0:zip", "-Dmaven.repo.local=" + dir.resolve("repository"));
        assertThat(progress).containsExactly("fetching thing 1.0 (1 MB, once)");
    }

    @Test
    void saysWhatMavenSaidAndHowToGetIt() throws IOException {
        mvnw("echo '[ERROR] Could not transfer artifact: unknown host'; exit 1\n");

        assertThatThrownBy(() -> source().fetch(THING, Files.createDirectory(dir.resolve("into"))))
                .isInstanceOf(NotFetchedException.class)
                .hasMessageContaining("thing 1.0 could not be fetched: Could not transfer artifact: unknown host")
                .hasMessageContaining("./mvnw dependency:get -Dtransitive=false -Dartifact=org.example:thing:1.0:zip");
    }

    @Test
    void withoutACheckoutThereIsNoMaven() {
        assertThatThrownBy(() -> source().fetch(THING, dir))
                .isInstanceOf(NotFetchedException.class)
                .hasMessageContaining("there is no " + dir.resolve("mvnw"));
    }

    @Test
    void anInterruptedFetchIsOverWhenItSaysSo() throws Exception {
        // Maven, too, has something to do when it is asked to end; what it waits for may be ended before it is asked.
        mvnw("trap 'sleep 1; echo late >" + dir + "/late; exit 1' TERM\nsleep 60 &\necho >" + dir
                + "/there\nwhile :; do wait; sleep 0.1; done\n");
        Path into = Files.createDirectory(dir.resolve("into"));
        var fetch = new CompletableFuture<Throwable>();
        Thread thread = new Thread(() -> fetch.complete(catchThrowable(() -> source().fetch(THING, into))));
        thread.start();
        while (!Files.exists(dir.resolve("there"))) {
            assertThat(thread.isAlive()).isTrue();
        }

        thread.interrupt();

        assertThat(fetch.get(60, TimeUnit.SECONDS)).isInstanceOf(InterruptedIOException.class);
        assertThat(dir.resolve("late")).exists();
    }
}
