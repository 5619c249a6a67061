package org.cookieproof.provision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Fetches through this project's own Maven, so that mirrors, proxies and credentials are those of the user's settings,
 * and nothing is fetched that his local repository has. An interrupted download is begun anew.
 *
 * @param project    where {@code mvnw} and the {@code pom.xml} are, which pins the plugin that does it
 * @param repository Maven's local repository
 */
public record MavenSource(Path project, Path repository, Consumer<String> progress) implements ArtifactCache.Source {

    private static final int MEGABYTE = 1_000_000;

    @Override
    public void fetch(Artifact artifact, Path directory) throws IOException {
        Path wrapper = project.resolve("mvnw");
        if (!Files.isExecutable(wrapper)) {
            throw new NotFetchedException(artifact + " is fetched with the project's own Maven, and there is no "
                    + wrapper + "; run this from a checkout of Cookieproof");
        }
        Path log = directory.resolve("maven.log");
        int exit = new Fetching(
                        artifact, progress, () -> arrived(artifact) / MEGABYTE + " of " + artifact.megabytes() + " MB")
                .run(new ProcessBuilder(command(wrapper, artifact, directory)).directory(project.toFile()), log);
        if (exit != 0) {
            throw new NotFetchedException(artifact + " could not be fetched: " + reason(log)
                    + "\n  It comes from Maven Central. With a network, or behind your mirror (Maven's settings.xml), this"
                    + " gets it:\n  (cd " + project + " && ./mvnw dependency:get -Dtransitive=false -Dartifact="
                    + artifact.coordinates() + ")");
        }
    }

    private List<String> command(Path wrapper, Artifact artifact, Path directory) {
        return List.of(
                wrapper.toString(),
                "-B",
                "-q",
                "-Dmaven.repo.local=" + repository,
                "org.apache.maven.plugins:maven-dependency-plugin:copy",
                "-Dartifact=" + artifact.coordinates(),
                "-DoutputDirectory=" + directory);
    }

    /** The largest file of the version's directory: Maven downloads under a name of its own, then renames. */
    private long arrived(Artifact artifact) {
        Path version = repository
                .resolve(artifact.group().replace('.', '/'))
                .resolve(artifact.name())
                .resolve(artifact.version());
        try (Stream<Path> files = Files.list(version)) {
            return files.mapToLong(file -> file.toFile().length()).max().orElse(0);
        } catch (IOException e) {
            return 0; // not begun yet; it is only told to whoever waits
        }
    }

    private static String reason(Path log) throws IOException {
        return Files.readString(log)
                .lines()
                .filter(line -> line.startsWith("[ERROR] ") || line.startsWith("mvnw: "))
                .map(line -> line.replaceFirst("^\\[ERROR\\] ", ""))
                .findFirst()
                .orElse("Maven failed and said nothing");
    }
}
