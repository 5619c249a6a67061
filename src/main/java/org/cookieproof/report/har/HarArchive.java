package org.cookieproof.report.har;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cookieproof.evidence.Recording;
import org.cookieproof.http.Exchange;

/**
 * A recording as an HTTP Archive 1.2, which browsers' developer tools open. What HAR has no word for is in {@code
 * _number}, {@code _step}, {@code _sender}, {@code _late} and {@code _failure}.
 */
public final class HarArchive {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private HarArchive() {}

    /**
     * Writes a recording that has been redacted.
     *
     * @throws UncheckedIOException when the file cannot be written
     */
    public static void write(Path file, Recording redacted) {
        ObjectNode root = MAPPER.createObjectNode();
        ObjectNode log = root.putObject("log");
        log.put("version", "1.2");
        log.putObject("creator").put("name", "Cookieproof").put("version", "0.1");
        var entries = log.putArray("entries");
        for (Exchange exchange : redacted.exchanges()) {
            HarEntry.write(entries.addObject(), exchange);
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(
                    file,
                    MAPPER.writerWithDefaultPrettyPrinter()
                            .writeValueAsString(root)
                            .getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /**
     * Reads a recording back; bodies as text.
     *
     * @throws IllegalArgumentException when it is not an archive that {@link #write} made
     * @throws UncheckedIOException when the file cannot be read
     */
    public static Recording read(Path file) {
        try {
            JsonNode entries =
                    MAPPER.readTree(Files.readAllBytes(file)).path("log").path("entries");
            if (!entries.isArray()) {
                throw new IllegalArgumentException(file + ": no HTTP archive");
            }
            List<Exchange> exchanges = new ArrayList<>();
            for (JsonNode entry : entries) {
                exchanges.add(HarEntry.read(entry));
            }
            return new Recording(exchanges);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(file + ": not valid JSON", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
