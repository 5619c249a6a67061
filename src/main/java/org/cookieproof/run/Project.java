package org.cookieproof.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cookieproof.target.TargetDefinition;

/**
 * Where a user's files are.
 *
 * @param root the folder with {@code scenarios}, {@code browsers}, {@code ci} and {@code reports}
 */
public record Project(Path root) {

    /** Where the launcher says, else the working directory. */
    public static Project here() {
        return new Project(Path.of(System.getProperty("cookieproof.home", "")).toAbsolutePath());
    }

    public Path scenarios() {
        return root.resolve("scenarios");
    }

    public Path profiles() {
        return root.resolve("browsers");
    }

    /** The programs that speak for HTTP clients of other languages. */
    Path clients() {
        return profiles().resolve("clients");
    }

    public Path plan(String name) {
        return root.resolve("ci").resolve(name + ".yaml");
    }

    public Path target(String name) {
        return root.resolve("ci/targets").resolve(name + ".yaml");
    }

    /** The files of all targets that can be played against. */
    List<Path> targets() {
        return files(root.resolve("ci/targets")).stream()
                .filter(f -> !TargetDefinition.isExample(f))
                .toList();
    }

    /** Files beside them that are there to be copied. */
    List<Path> examples() {
        return files(root.resolve("ci/targets")).stream()
                .filter(TargetDefinition::isExample)
                .toList();
    }

    /** What the harness is made from, in a checkout of it. */
    Path sources() {
        return root.resolve("src/main/java");
    }

    public Path regression(String id) {
        return root.resolve("ci/regressions").resolve(id + ".yaml");
    }

    /** How long the cells of a plan take, as recorded. */
    public Path times(String plan) {
        return root.resolve("ci/times").resolve(plan + ".json");
    }

    /** All files of such times. */
    List<Path> allTimes() {
        return files(root.resolve("ci/times"), ".json");
    }

    public Path reports() {
        return root.resolve("reports");
    }

    /** The YAML files of a folder, in order; none where there is no such folder. */
    static List<Path> files(Path folder) {
        return files(folder, ".yaml");
    }

    private static List<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    /** A path as messages show it: relative to the working directory where it lies below it. */
    public static Path shown(Path path) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = path.toAbsolutePath().normalize();
        return absolute.startsWith(here) ? here.relativize(absolute) : absolute;
    }
}
