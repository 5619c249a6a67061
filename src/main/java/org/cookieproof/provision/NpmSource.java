package org.cookieproof.provision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Fetches through the user's own npm, so that mirrors, proxies and credentials are those of his {@code .npmrc} and
 * environment, and nothing is fetched that npm's cache has. No script of the package is run.
 *
 * @param programs where npm is looked for
 */
public record NpmSource(NpmPackage wanted, SearchPath programs, Consumer<String> progress)
        implements ArtifactCache.Source {

    @Override
    public void fetch(Artifact artifact, Path directory) throws IOException {
        Optional<Path> npm = programs.find("npm");
        if (npm.isEmpty()) {
            throw new NotFetchedException(wanted + " is fetched with npm, which is not on PATH; in Debian: "
                    + Installed.installCommand(List.of("npm")));
        }
        Path log = directory.resolve("npm.log");
        int exit = new Fetching(artifact, progress, () -> "npm is at it, " + artifact.megabytes() + " MB")
                // In a directory without a .npmrc: what counts is the user's own.
                .run(new ProcessBuilder(command(npm.get())).directory(directory.toFile()), log);
        if (exit != 0) {
            throw new NotFetchedException(wanted + " could not be fetched: " + reason(log)
                    + "\n  It comes from npm's registry. With a network, or behind your mirror (npm's registry setting),"
                    + " this tells whether npm can get it:\n  npm pack " + wanted);
        }
    }

    private List<String> command(Path npm) {
        return List.of(
                npm.toString(),
                "pack",
                wanted.spec(),
                "--ignore-scripts",
                "--prefer-offline",
                "--no-audit",
                "--no-fund",
                "--no-update-notifier",
                "--loglevel=error");
    }

    private static String reason(Path log) throws IOException {
        return Files.readString(log)
                .lines()
                .filter(line -> line.matches("npm (ERR!|error) .*"))
                .map(line -> line.replaceFirst("^npm (?:ERR!|error) ", ""))
                // The code alone says less than what follows it.
                .filter(line -> !line.startsWith("code "))
                .findFirst()
                .orElse("npm failed and said nothing");
    }
}
