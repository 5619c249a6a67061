package org.cookieproof.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The names by which the files of a folder can be spoken of. */
final class YamlNames {

    private static final String ENDING = ".yaml";

    private YamlNames() {}

    static Path file(Path folder, String name) {
        return folder.resolve(name + ENDING);
    }

    /** In order; none where there is no such folder. */
    static List<String> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(ENDING))
                    .map(f -> f.substring(0, f.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }
}
