package org.cookieproof.run;

import java.nio.file.Path;

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

    public Path plan(String name) {
        return root.resolve("ci").resolve(name + ".yaml");
    }

    public Path target(String name) {
        return root.resolve("ci/targets").resolve(name + ".yaml");
    }

    public Path regression(String id) {
        return root.resolve("ci/regressions").resolve(id + ".yaml");
    }

    public Path reports() {
        return root.resolve("reports");
    }

    /** A path as messages show it: relative to the working directory where it lies below it. */
    public static Path shown(Path path) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = path.toAbsolutePath().normalize();
        return absolute.startsWith(here) ? here.relativize(absolute) : absolute;
    }
}
