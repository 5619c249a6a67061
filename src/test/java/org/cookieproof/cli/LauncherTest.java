package org.cookieproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which packages {@code ./cookieproof} wants for a command, on a machine that has none: it tells them, and installs none. */
@Timeout(60)
class LauncherTest {

    private static final String MEDIAWIKI = " mediawiki ";
    private static final String KEYCLOAK = " libapache2-mod-auth-openidc ";

    @TempDir
    private Path folder;

    @BeforeEach
    void makeAMachineWithoutPackages() throws IOException {
        program("dpkg-query", "exit 1");
        program("apt-get", "exit 0");
    }

    private void program(String name, String does) throws IOException {
        Path file = folder.resolve("bin").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + does + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private Path target(String name, String provider) throws IOException {
        return Files.writeString(
                folder.resolve(name),
                "target: A mediawiki and a keycloak\n" + provider + "flows: flows/mediawiki.yaml\n");
    }

    /** What it says is missing, between spaces. */
    private String missing(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", "cookieproof", "--no-install"));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("COOKIEPROOF_"));
        builder.environment().putAll(environment);
        builder.environment().put("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
        Process process = builder.start();
        process.getOutputStream().close();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(told).isEqualTo(3);
        String line = told.lines()
                .filter(l -> l.contains("packages are missing: "))
                .findFirst()
                .orElseThrow(() -> new AssertionError(told));
        return line.substring(line.indexOf(": these") + 2) + " ";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run --target mediawiki",
                "run --target=mediawiki --profile okhttp",
                "run --plan mediawiki-all",
                "run --plan=mediawiki",
                "run --plan predeploy --target mediawiki",
                "doctor --target mediawiki",
                "doctor --target farm --against mediawiki",
                "doctor --target farm --against=mediawiki:use-cdn"
            })
    void mediaWikisPackagesAreForWhatMediaWikiIsStartedFor(String arguments) throws IOException, InterruptedException {
        assertThat(missing(Map.of(), arguments.split(" "))).contains(MEDIAWIKI).doesNotContain(KEYCLOAK);
    }

    @ParameterizedTest
    @CsvSource({
        "COOKIEPROOF_TARGET, keycloak, run",
        "COOKIEPROOF_PLAN, keycloak, run",
        "COOKIEPROOF_AGAINST, keycloak, doctor --target mediawiki",
        "COOKIEPROOF_TARGET, mediawiki, run --target keycloak"
    })
    void theEnvironmentCountsAndTheCommandLineBeatsIt(String name, String value, String arguments)
            throws IOException, InterruptedException {
        assertThat(missing(Map.of(name, value), arguments.split(" "))).contains(KEYCLOAK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "run --plan local", "run --target farm", "run --plan predeploy", "doctor"})
    void whatStartsNeitherNeedsNeither(String arguments) throws IOException, InterruptedException {
        assertThat(missing(Map.of(), arguments.split(" "))).doesNotContain(MEDIAWIKI, KEYCLOAK);
    }

    @Test
    void whatATargetIsCalledDoesNotMatterButWhatStartsIt() throws IOException, InterruptedException {
        Path called = target("beta-mediawiki.yaml", "provider: deployment   # no mediawiki of ours, no keycloak\n");
        assertThat(missing(Map.of(), "run", "--target", called.toString())).doesNotContain(MEDIAWIKI, KEYCLOAK);
        Path started = target("ours.yaml", "provider: \"mediawiki\"\n");
        assertThat(missing(Map.of(), "run", "--target=" + started))
                .contains(MEDIAWIKI)
                .doesNotContain(KEYCLOAK);
        assertThat(missing(Map.of(), "doctor", "--target", called.toString(), "--against", started.toString()))
                .contains(MEDIAWIKI);
    }

    @Test
    void testsWithNothingLeftOutNeedKeycloaksToo() throws IOException, InterruptedException {
        assertThat(missing(Map.of(), "test")).contains(MEDIAWIKI).doesNotContain(KEYCLOAK);
        assertThat(missing(Map.of(), "test", "-Dtests.excluded=")).contains(KEYCLOAK);
    }
}
