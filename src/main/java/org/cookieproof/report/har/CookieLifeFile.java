package org.cookieproof.report.har;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cookieproof.evidence.CookieLife;

/** The cookie lives of a cell as JSON, and back. */
public final class CookieLifeFile {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private CookieLifeFile() {}

    /** @throws UncheckedIOException when the file cannot be written */
    public static void write(Path file, List<CookieLife> lives) {
        ArrayNode array = MAPPER.createArrayNode();
        lives.forEach(life -> life(array.addObject(), life));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(
                    file,
                    MAPPER.writerWithDefaultPrettyPrinter()
                            .writeValueAsString(array)
                            .getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static void life(ObjectNode node, CookieLife life) {
        node.put("name", life.name());
        node.put("domain", life.domain());
        node.put("hostOnly", life.hostOnly());
        node.put("path", life.path());
        node.put("userAgent", life.userAgent());
        ArrayNode events = node.putArray("events");
        for (CookieLife.Event event : life.events()) {
            events.addObject()
                    .put("kind", event.kind().toString())
                    .put("exchange", event.exchange())
                    .put("at", event.at().toString())
                    .put("value", event.value())
                    .put("note", event.note());
        }
    }

    /**
     * @throws IllegalArgumentException when the file is damaged
     * @throws UncheckedIOException when it cannot be read
     */
    public static List<CookieLife> read(Path file) {
        try {
            List<CookieLife> lives = new ArrayList<>();
            MAPPER.readTree(Files.readAllBytes(file)).forEach(node -> lives.add(life(node)));
            return lives;
        } catch (JsonProcessingException | DateTimeParseException e) {
            throw new IllegalArgumentException(file + ": damaged", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static CookieLife life(JsonNode node) {
        List<CookieLife.Event> events = new ArrayList<>();
        node.path("events")
                .forEach(e -> events.add(new CookieLife.Event(
                        CookieLife.Kind.valueOf(e.path("kind").asText().toUpperCase(Locale.ROOT)),
                        e.path("exchange").asInt(),
                        Instant.parse(e.path("at").asText()),
                        e.path("value").asInt(),
                        e.path("note").asText())));
        return new CookieLife(
                node.path("name").asText(),
                node.path("domain").asText(),
                node.path("hostOnly").asBoolean(),
                node.path("path").asText(),
                events,
                node.path("userAgent").asText(""));
    }
}
