package org.cookieproof.provision;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The archives that this program runs with, as Maven names them: {@code ARTIFACT-VERSION.jar}. */
public record Jars(List<Path> files) {

    private static final double MIB = 1024 * 1024;

    public Jars {
        files = List.copyOf(files);
    }

    public static Jars ofClassPath() {
        return new Jars(Stream.of(System.getProperty("java.class.path", "").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .map(Path::of)
                .toList());
    }

    /**
     * One of them.
     *
     * @param megabytes on disk, in MiB
     */
    public record Jar(String version, double megabytes) {}

    /** The archive of an artifact; empty where there is none. */
    public Optional<Jar> of(String artifact) {
        Pattern name = Pattern.compile(Pattern.quote(artifact) + "-(\\d.*)\\.jar");
        for (Path file : files) {
            Matcher match = name.matcher(String.valueOf(file.getFileName()));
            if (match.matches() && Files.isRegularFile(file)) {
                return Optional.of(new Jar(match.group(1), size(file)));
            }
        }
        return Optional.empty();
    }

    private static double size(Path file) {
        try {
            return Files.size(file) / MIB;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the size of " + file, e);
        }
    }
}
