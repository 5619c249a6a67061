package org.cookieproof.target.keycloak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.cookieproof.provision.Artifact;
import org.cookieproof.provision.ArtifactCache;
import org.cookieproof.provision.MavenSource;
import org.cookieproof.target.process.ProcessDirectory;

/**
 * Keycloak's program, unpacked and built once for all starts. Nothing is written into it afterwards: each server has a
 * home directory of its own that only links to it.
 */
record Distribution(Path path) {

    static final Artifact ARTIFACT = new Artifact(
            "org.keycloak",
            "keycloak-quarkus-dist",
            "26.7.3",
            "zip",
            "15c764765576eef267cf15cc5225a5826b5394a25a83d9bfa5b8544e4bbba690"
                    + "cb743c9d384200b93bb71ee4c4a328e1dd8c0a00f822fd3e6e154f14b1e47216",
            177);

    /** On two busy cores it took 56 s. */
    private static final Duration BUILD_PATIENCE = Duration.ofMinutes(5);

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    static ArtifactCache cache(Consumer<String> progress) {
        Path home = Path.of(System.getProperty("user.home"));
        Path maven = Path.of(System.getenv().getOrDefault("HOME", home.toString()), ".m2", "repository");
        Path project = Path.of(System.getProperty("cookieproof.home", "")).toAbsolutePath();
        return new ArtifactCache(
                ArtifactCache.directory(System.getenv(), home),
                new MavenSource(project, Path.of(System.getProperty("maven.repo.local", maven.toString())), progress),
                progress);
    }

    /** @throws IOException if it is not there and cannot be had, with how to get it */
    static Distribution get(Consumer<String> progress) throws IOException {
        return new Distribution(cache(progress).get(ARTIFACT, unpacked -> {
            progress.accept("building " + ARTIFACT + " for the embedded database (a minute or two, once)");
            build(unpacked);
        }));
    }

    /** Without this every start would do it: what the database is goes into the program. */
    private static void build(Path unpacked) throws IOException {
        Files.createDirectory(unpacked.resolve("tmp"));
        new ProcessDirectory(unpacked, BUILD_PATIENCE)
                .run("build", Map.of(), "", new Distribution(unpacked).command(unpacked, "build", "--db=dev-mem"));
    }

    /** The command line of {@code bin/kc.sh}, without the shell between us and the server. */
    List<String> command(Path home, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                JAVA.toString(),
                "-Xms64m",
                "-Xmx384m",
                "-XX:MetaspaceSize=96m",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseG1GC",
                // It serves a few hundred requests; the second compiler costs more than it saves.
                "-XX:TieredStopAtLevel=1",
                // Both would write into /tmp, and a JVM that is killed leaves there what it wrote.
                "-XX:-UsePerfData",
                "-Djava.io.tmpdir=" + home.resolve("tmp"),
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Dkc.home.dir=" + home,
                "-Djdk.net.hosts.file=" + home.resolve("hosts"),
                "-cp",
                path.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(List.of(arguments));
        return command;
    }
}
