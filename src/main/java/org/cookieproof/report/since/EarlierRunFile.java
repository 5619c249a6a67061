package org.cookieproof.report.since;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cookieproof.evidence.Severity;
import org.cookieproof.report.since.EarlierRun.Brief;

/**
 * {@code since.json}: the earlier run, kept in the folder of the run that is compared with it, so that reports need
 * nothing but that folder, whatever becomes of the earlier one.
 */
final class EarlierRunFile {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private EarlierRunFile() {}

    static void write(Path file, EarlierRun earlier) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("run", earlier.run());
        root.put("startedAt", earlier.startedAt().toString());
        ObjectNode findings = root.putObject("findings");
        earlier.findings()
                .forEach((fingerprint, brief) -> findings.putObject(fingerprint)
                        .put("check", brief.check())
                        .put("source", brief.source())
                        .put("severity", brief.severity().toString())
                        .put("subject", brief.subject()));
        ObjectNode cells = root.putObject("cells");
        earlier.cells().forEach((cell, fingerprints) -> {
            ArrayNode array = cells.putArray(cell);
            fingerprints.forEach(array::add);
        });
        try {
            Files.write(file, MAPPER.writeValueAsString(root).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** Empty where there is none, and where it is damaged: the earlier run is looked for again. */
    static Optional<EarlierRun> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            JsonNode root = MAPPER.readTree(Files.readAllBytes(file));
            Map<String, Brief> findings = new LinkedHashMap<>();
            root.path("findings").properties().forEach(e -> findings.put(e.getKey(), brief(e.getValue())));
            Map<String, List<String>> cells = new LinkedHashMap<>();
            root.path("cells").properties().forEach(e -> {
                List<String> fingerprints = new ArrayList<>();
                e.getValue().forEach(f -> fingerprints.add(f.asText()));
                cells.put(e.getKey(), List.copyOf(fingerprints));
            });
            return Optional.of(new EarlierRun(
                    root.path("run").asText(),
                    Instant.parse(root.path("startedAt").asText()),
                    findings,
                    cells));
        } catch (JsonProcessingException | DateTimeParseException | IllegalArgumentException damaged) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static Brief brief(JsonNode node) {
        return new Brief(
                node.path("check").asText(),
                node.path("source").asText(),
                Severity.valueOf(node.path("severity").asText().toUpperCase(Locale.ROOT)),
                node.path("subject").asText());
    }
}
