package org.cookieproof.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.cookieproof.evidence.CellId;
import org.cookieproof.evidence.ProfileId;
import org.cookieproof.evidence.ScenarioId;
import org.cookieproof.http.Scheme;

/** What the files of this package have in common; a member that is missing is named in the complaint. */
final class Json {

    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static String text(JsonNode node, String member) {
        JsonNode value = node.path(member);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("no '" + member + "'");
        }
        return value.textValue();
    }

    static Optional<String> optionalText(JsonNode node, String member) {
        return Optional.ofNullable(node.path(member).textValue());
    }

    static long number(JsonNode node, String member) {
        JsonNode value = node.path(member);
        if (!value.isNumber()) {
            throw new IllegalArgumentException("no number '" + member + "'");
        }
        return value.longValue();
    }

    static Instant instant(JsonNode node, String member) {
        try {
            return Instant.parse(text(node, member));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'" + member + "' is no time", e);
        }
    }

    /** Empty where there is no such member. */
    static Map<String, String> textMap(JsonNode node, String member) {
        Map<String, String> map = new LinkedHashMap<>();
        node.path(member)
                .properties()
                .forEach(e -> map.put(e.getKey(), e.getValue().asText()));
        return map;
    }

    static Stream<JsonNode> elements(JsonNode node, String member) {
        Iterator<JsonNode> elements = node.path(member).elements();
        return StreamSupport.stream(((Iterable<JsonNode>) () -> elements).spliterator(), false);
    }

    static void putRun(ObjectNode node, RunKey run) {
        node.put("run", run.run());
        node.put("target", run.target());
        node.put("variant", run.variant());
        node.put("regression", run.regression().orElse(null));
    }

    static RunKey run(JsonNode node) {
        return new RunKey(
                text(node, "run"), text(node, "target"), text(node, "variant"), optionalText(node, "regression"));
    }

    static void putCell(ObjectNode node, CellId cell) {
        node.put("scenario", cell.scenario().value());
        node.put("profile", cell.profile().value());
        node.put("scheme", cell.scheme().wireName());
    }

    static CellId cell(JsonNode node) {
        return new CellId(
                new ScenarioId(text(node, "scenario")),
                new ProfileId(text(node, "profile")),
                Scheme.of(text(node, "scheme")));
    }

    /** Writes a whole file or none: a reader never sees half of it. */
    static void writeFile(Path file, JsonNode content) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path draft = file.resolveSibling(file.getFileName() + ".part");
            String text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(content) + "\n";
            // Not writeString, which throws on the lone surrogates that hostile text may hold.
            Files.write(draft, text.getBytes(StandardCharsets.UTF_8));
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** Empty where there is no such file. */
    static Optional<JsonNode> readFile(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(MAPPER.readTree(Files.readAllBytes(file)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(file + ": not valid JSON", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
