package org.cookieproof.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NpmSourceTest {

    private static final NpmPackage THING = NpmPackage.of("@example/thing@1.0.2", "0".repeat(128), 3);

    @TempDir
    private Path dir;

    private final List<String> progress = new ArrayList<>();

    private void fetch() throws IOException {
        new NpmSource(THING, new SearchPath(List.of(dir.resolve("bin"))), progress::add)
                .fetch(THING.artifact(), Files.createDirectory(dir.resolve("into it")));
    }

    private void npm(String script) throws IOException {
        Path file = Files.writeString(Files.createDirectory(dir.resolve("bin")).resolve("npm"), "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void hasNpmPackItAndSaysSo() throws IOException {
        npm("echo \"$*\" >example-thing-1.0.2.tgz\n");

        fetch();

        assertThat(dir.resolve("into it").resolve(THING.artifact().fileName()))
                .content()
                .contains("pack @example/thing@1.0.2", "--ignore-scripts");
        assertThat(progress).containsExactly("fetching example-thing 1.0.2 (3 MB, once)");
    }

    @Test
    void saysWhatNpmSaidAndHowToTry() throws IOException {
        npm("echo 'npm error code ENOTFOUND'; echo 'npm error network unknown host'; exit 1\n");

        assertThatThrownBy(this::fetch)
                .isInstanceOf(NotFetchedException.class)
                .hasMessageContaining("@example/thing@1.0.2 could not be fetched: network unknown host")
                .hasMessageContaining("npm pack @example/thing@1.0.2");
    }

    @Test
    void withoutNpmSaysHowToGetIt() {
        assertThatThrownBy(this::fetch)
                .isInstanceOf(NotFetchedException.class)
                .hasMessageContaining("apt-get install --no-install-recommends npm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"thing", "thing@latest", "--registry=x@1.0", "../thing@1.0", "@a/b/c@1.0", "thing@1.0 -g"})
    void isNothingButANameAndAVersion(String spec) {
        assertThatThrownBy(() -> NpmPackage.of(spec, "0".repeat(128), 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(spec);
    }
}
