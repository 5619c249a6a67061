package org.cookieproof.target.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a program of ours wrote.
 *
 * @param from where in the file it began, in octets
 */
public record LogFile(Path path, long from) {

    private static final int TAIL = 12;

    /** What comes to stand behind what is there already. */
    static LogFile fromNowOn(Path path) throws IOException {
        return new LogFile(path, Files.exists(path) ? Files.size(path) : 0);
    }

    /** The last lines, for the message of an exception. */
    public String tail() {
        try {
            List<String> lines = text().lines().toList();
            return lines.subList(Math.max(0, lines.size() - TAIL), lines.size()).stream()
                    .collect(Collectors.joining("\n  ", "the end of " + path + ":\n  ", ""));
        } catch (IOException e) {
            return path + " cannot be read: " + e.getMessage();
        }
    }

    public boolean contains(String text) throws IOException {
        return text().contains(text);
    }

    private String text() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            file.seek(from);
            byte[] bytes = new byte[Math.toIntExact(Math.max(0, file.length() - from))];
            file.readFully(bytes);
            // ISO-8859-1 reads any bytes; a log may break off within a character.
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
