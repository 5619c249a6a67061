package org.cookieproof.target.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What a program of ours wrote. */
public record LogFile(Path path) {

    private static final int TAIL = 12;

    /** The last lines, for the message of an exception. */
    public String tail() {
        try {
            // ISO-8859-1 reads any bytes; a log may break off within a character.
            List<String> lines =
                    Files.readString(path, StandardCharsets.ISO_8859_1).lines().toList();
            return lines.subList(Math.max(0, lines.size() - TAIL), lines.size()).stream()
                    .collect(Collectors.joining("\n  ", "the end of " + path + ":\n  ", ""));
        } catch (IOException e) {
            return path + " cannot be read: " + e.getMessage();
        }
    }

    public boolean contains(String text) throws IOException {
        return Files.readString(path, StandardCharsets.ISO_8859_1).contains(text);
    }
}
