package org.cookieproof.provision;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The directories where a binary is looked for, the first one first. */
public record SearchPath(List<Path> directories) {

    public SearchPath {
        directories = List.copyOf(directories);
    }

    /**
     * {@code PATH}, and after it the system's own directories: Debian gives an ordinary user no {@code sbin}, where
     * nginx and php-fpm are.
     */
    public static SearchPath ofEnvironment() {
        Stream<String> path = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
        Stream<String> system =
                Stream.of("/usr/local/sbin", "/usr/sbin", "/sbin", "/usr/local/bin", "/usr/bin", "/bin");
        return new SearchPath(Stream.concat(path, system)
                // An empty element means the working directory (POSIX XBD §8.3): not a place to run programs from.
                .filter(directory -> !directory.isEmpty())
                .map(Path::of)
                .distinct()
                .toList());
    }

    /** The first executable file of that name. */
    public Optional<Path> find(String binary) {
        return directories.stream()
                .map(directory -> directory.resolve(binary))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }
}
