package org.cookieproof.driver.cdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.evidence.ProfileId;
import org.cookieproof.profile.Profile;
import org.cookieproof.provision.NpmPackage;
import org.cookieproof.provision.SearchPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With an npm and a node that are scripts of ours, and a real tarball. */
class FetchedChromiumTest {

    @TempDir
    private Path dir;

    private final List<String> progress = new ArrayList<>();

    private FetchedChromium fetched() {
        return new FetchedChromium(dir.resolve("cache"), new SearchPath(List.of(dir.resolve("bin"))), progress::add);
    }

    private void program(String name, String script) throws IOException {
        Path file = Files.createDirectories(dir.resolve("bin")).resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    /** A tarball as npm packs it, which the npm of ours hands out. */
    private NpmPackage packed(String... files) throws Exception {
        for (String file : files) {
            Path path = dir.resolve("package").resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, "content of " + file);
        }
        Path tarball = dir.resolve("thing-1.0.tgz");
        new ProcessBuilder("tar", "-czf", tarball.toString(), "-C", dir.toString(), "package")
                .inheritIO()
                .start()
                .waitFor();
        program("npm", "echo asked >>'" + dir.resolve("asked") + "'; cp '" + tarball + "' .\n");
        program("node", "cp \"$3\" \"$4\"\n"); // -e SCRIPT FROM TO
        byte[] digest = MessageDigest.getInstance("SHA-512").digest(Files.readAllBytes(tarball));
        return NpmPackage.of("thing@1.0", String.format("%0128x", new BigInteger(1, digest)), 1);
    }

    @Test
    void isFetchedOnceAndKeptWithItsLicenceAndNothingElseOfSize() throws Exception {
        NpmPackage thing = packed("bin/chromium-69.br", "bin/swiftshader.tar.br", "LICENSE");
        assertThat(fetched().fetchable(thing)).hasToString("thing@1.0, to be fetched at first use (1 MB, once)");

        Path program = fetched().executable(thing);

        assertThat(program).hasContent("content of bin/chromium-69.br").isExecutable();
        assertThat(program.resolveSibling("LICENSE")).exists();
        assertThat(program.resolveSibling("bin")).isEmptyDirectory();
        assertThat(fetched().executable(thing)).isEqualTo(program);
        assertThat(dir.resolve("asked")).hasContent("asked");
        assertThat(fetched().fetchable(thing)).hasToString("thing@1.0 in " + program.getParent());
        assertThat(progress).contains("fetching thing 1.0 (1 MB, once)", "unpacking thing 1.0");
    }

    @Test
    void ofWhatCannotBeHadItIsAskedOnce() throws Exception {
        NpmPackage thing = packed("README.md");
        FetchedChromium fetched = fetched();
        for (int time = 1; time <= 2; time++) {
            assertThatThrownBy(() -> fetched.executable(thing)).isInstanceOf(UserAgentBrokenException.class);
        }
        assertThat(dir.resolve("asked")).hasContent("asked");
    }

    @Test
    void whatIsNotWhatItShouldBeIsNotRun() throws Exception {
        packed("bin/chromium.br");
        NpmPackage other = NpmPackage.of("thing@1.0", "a".repeat(128), 1);
        assertThatThrownBy(() -> fetched().executable(other))
                .isInstanceOf(UserAgentBrokenException.class)
                .hasMessageContaining("thing-1.0.tgz is not what it should be");
    }

    @Test
    void aProfileNamesItWithItsChecksumAndItsSize() {
        String sum = "0".repeat(128);
        assertThat(FetchedChromium.wanted(profile(Map.of("engine", "chromium"))))
                .isEmpty();
        assertThat(FetchedChromium.wanted(profile(Map.of("npm", "a@1", "sha512", sum, "megabytes", "3"))))
                .contains(NpmPackage.of("a@1", sum, 3));
        for (String lacking : List.of("sha512", "megabytes")) {
            Map<String, String> settings = new HashMap<>(Map.of("npm", "a@1", "sha512", sum, "megabytes", "3"));
            settings.remove(lacking);
            assertThatThrownBy(() -> FetchedChromium.wanted(profile(settings)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("browsers/x.yaml: settings: ")
                    .hasMessageContaining("'npm: name@version' needs 'sha512'");
        }
    }

    private static Profile profile(Map<String, String> settings) {
        return new Profile(
                new ProfileId("x"),
                "x",
                Profile.Kind.BROWSER,
                "cdp",
                settings,
                Set.of(),
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                Set.of(),
                Optional.empty(),
                Path.of("browsers", "x.yaml"));
    }
}
