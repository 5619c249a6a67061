package org.cookieproof.driver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.cookieproof.evidence.Jar;

/** The cookie file that curl and wget write: seven fields separated by tabs; SameSite is not among them. */
public final class NetscapeCookies {

    private static final String HTTP_ONLY = "#HttpOnly_";

    private NetscapeCookies() {}

    /**
     * Reads it as it is now.
     *
     * @param tellsHttpOnly whether the program marks such cookies; otherwise nothing is known of them
     */
    public static Jar read(Path file, boolean tellsHttpOnly) throws IOException {
        // Octet by octet, as on the wire: a value need not be UTF-8.
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return new Jar.Known(
                    lines.filter(l -> !l.isBlank() && (!l.startsWith("#") || l.startsWith(HTTP_ONLY)))
                            .map(line -> held(line, tellsHttpOnly))
                            .toList(),
                    true);
        }
    }

    private static Jar.Held held(String line, boolean tellsHttpOnly) {
        boolean httpOnly = line.startsWith(HTTP_ONLY);
        String[] fields = (httpOnly ? line.substring(HTTP_ONLY.length()) : line).split("\t", -1);
        long expiry = Long.parseLong(fields[4]);
        return new Jar.Held(
                fields[5],
                fields.length > 6 ? fields[6] : "",
                fields[0].startsWith(".") ? fields[0].substring(1) : fields[0],
                fields[1].equals("FALSE"),
                fields[2],
                expiry == 0 ? null : Instant.ofEpochSecond(expiry),
                fields[3].equals("TRUE"),
                tellsHttpOnly ? httpOnly : null,
                null);
    }
}
