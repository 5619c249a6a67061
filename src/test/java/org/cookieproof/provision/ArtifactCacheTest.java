package org.cookieproof.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactCacheTest {

    private static final ArtifactCache.Preparation NONE = unpacked -> {};

    @TempDir
    private Path dir;

    private final AtomicInteger fetched = new AtomicInteger();
    private final List<String> progress = new ArrayList<>();
    private byte[] zip = new byte[0];
    private Artifact artifact = artifact("0".repeat(128));

    @BeforeEach
    void packTheDistribution() throws IOException {
        zip = zip("thing-1.0/bin/run.sh", "thing-1.0/conf/a b.conf");
        artifact = artifact(checksumOf(zip));
    }

    private static Artifact artifact(String sha512) {
        return new Artifact("org.example", "thing", "1.0", "zip", sha512, 1);
    }

    private String checksumOf(byte[] content) throws IOException {
        return Sha512.of(Files.write(dir.resolve("sum"), content));
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private ArtifactCache cache() {
        return new ArtifactCache(
                dir.resolve("cache"),
                (what, into) -> {
                    fetched.incrementAndGet();
                    Files.write(into.resolve(what.fileName()), zip);
                },
                progress::add);
    }

    private List<String> leftIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void fetchesPreparesAndKeepsIt() throws IOException {
        Path got = cache().get(artifact, unpacked -> Files.writeString(unpacked.resolve("built"), "yes"));

        assertThat(got.resolve("bin/run.sh")).hasContent("thing-1.0/bin/run.sh");
        assertThat(got.resolve("conf/a b.conf")).exists();
        assertThat(got.resolve("built")).hasContent("yes");
        assertThat(cache().get(artifact, NONE)).isEqualTo(got);
        assertThat(cache().find(artifact)).contains(got);
        assertThat(fetched).hasValue(1);
        assertThat(leftIn(dir.resolve("cache")))
                .containsExactly(got.getFileName().toString(), got.getFileName() + ".lock");
        assertThat(progress).contains("unpacking thing 1.0");
    }

    @Test
    void refusesWhatHasAnotherChecksumAndLeavesNothing() throws IOException {
        Artifact other = artifact("a".repeat(128));

        assertThatThrownBy(() -> cache().get(other, NONE))
                .isInstanceOf(NotFetchedException.class)
                .hasMessageContaining("thing-1.0.zip is not what it should be: SHA-512 " + artifact.sha512());

        assertThat(cache().find(other)).isEmpty();
        assertThat(leftIn(dir.resolve("cache"))).containsExactly("thing-1.0-aaaaaaaaaaaa.lock");
    }

    @Test
    void anotherBuildOfTheSameVersionIsNotTakenForIt() throws IOException {
        cache().get(artifact, NONE);
        assertThat(cache().find(artifact("b".repeat(128)))).isEmpty();
    }

    @Test
    void whatFailedWhileItWasPreparedIsDoneAgain() throws IOException {
        assertThatThrownBy(() -> cache().get(artifact, unpacked -> {
                    throw new IOException("the build failed");
                }))
                .hasMessage("the build failed");
        assertThat(cache().find(artifact)).isEmpty();

        assertThat(cache().get(artifact, NONE).resolve("bin/run.sh")).exists();
    }

    @Test
    void whatAKilledProcessHasLeftIsDeleted() throws IOException {
        Path left = dir.resolve("cache").resolve(artifact.directoryName() + ".unfinished");
        Files.createDirectories(left.resolve("unpacked"));
        Files.writeString(left.resolve("thing-1.0.zip"), "half of it");

        assertThat(cache().get(artifact, NONE)).isDirectory();
        assertThat(left).doesNotExist();
    }

    @Test
    void manyAtOnceFetchItOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Path> get = () -> cache().get(artifact, NONE);
            for (Future<Path> path : threads.invokeAll(List.of(get, get, get, get))) {
                assertThat(path.get().resolve("bin/run.sh")).exists();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(fetched).hasValue(1);
    }

    @Test
    void anArchiveMayNotWriteElsewhere() throws IOException {
        zip = zip("thing-1.0/../../outside");
        Artifact hostile = artifact(checksumOf(zip));

        assertThatThrownBy(() -> cache().get(hostile, NONE))
                .isInstanceOf(NotFetchedException.class)
                .hasMessageContaining("has a file for elsewhere");
        assertThat(dir.resolve("cache/outside")).doesNotExist();
    }

    @Test
    void itsDirectoryIsTheVariablesElseTheDesktopsElseAtHome() {
        Path home = Path.of("/home/alice");
        assertThat(ArtifactCache.directory(Map.of(), home)).isEqualTo(Path.of("/home/alice/.cache/cookieproof"));
        assertThat(ArtifactCache.directory(Map.of("XDG_CACHE_HOME", "/var/tmp/c"), home))
                .isEqualTo(Path.of("/var/tmp/c/cookieproof"));
        assertThat(ArtifactCache.directory(Map.of("XDG_CACHE_HOME", "relative"), home))
                .isEqualTo(Path.of("/home/alice/.cache/cookieproof"));
        assertThat(ArtifactCache.directory(Map.of("COOKIEPROOF_CACHE", "/srv/kept", "XDG_CACHE_HOME", "/x"), home))
                .isEqualTo(Path.of("/srv/kept"));
    }
}
