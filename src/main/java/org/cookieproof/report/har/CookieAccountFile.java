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
import org.cookieproof.evidence.CookieAccount;
import org.cookieproof.evidence.CookieAccount.Fate;
import org.cookieproof.evidence.CookieAccount.Line;
import org.cookieproof.evidence.CookieAccount.StepJar;
import org.cookieproof.evidence.CookieAccount.Witness;
import org.cookieproof.evidence.Jar.Held;
import org.cookieproof.http.cookie.SameSite;
import org.jspecify.annotations.Nullable;

/** Why cookies were kept or refused, and the jars after each step, as JSON, and back. */
public final class CookieAccountFile {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private CookieAccountFile() {}

    /** @throws UncheckedIOException when the file cannot be written */
    public static void write(Path file, CookieAccount account) {
        ObjectNode root = MAPPER.createObjectNode();
        ArrayNode lines = root.putArray("lines");
        account.lines()
                .forEach(l -> lines.addObject()
                        .put("exchange", l.exchange())
                        .put("index", l.index())
                        .put("fate", word(l.fate()))
                        .put("why", l.why()));
        ArrayNode jars = root.putArray("jars");
        account.jars().forEach(jar -> {
            ObjectNode node = jars.addObject()
                    .put("userAgent", jar.userAgent())
                    .put("step", jar.step())
                    .put("witness", word(jar.witness()))
                    .put("note", jar.note());
            ArrayNode cookies = node.putArray("cookies");
            jar.cookies().forEach(c -> held(cookies.addObject(), c));
        });
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            // Not writeString, which throws on the lone surrogates that hostile text may hold.
            Files.write(file, MAPPER.writeValueAsString(root).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static void held(ObjectNode node, Held cookie) {
        node.put("name", cookie.name())
                .put("value", cookie.value())
                .put("domain", cookie.domain())
                .put("path", cookie.path())
                .put("hostOnly", cookie.hostOnly())
                .put("expiry", cookie.expiry() == null ? null : cookie.expiry().toString())
                .put("secure", cookie.secure())
                .put("httpOnly", cookie.httpOnly())
                .put("sameSite", cookie.sameSite() == null ? null : word(cookie.sameSite()));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <E extends Enum<E>> E constant(Class<E> type, JsonNode word) {
        return Enum.valueOf(type, word.asText().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /**
     * @throws IllegalArgumentException when the file is damaged
     * @throws UncheckedIOException when it cannot be read
     */
    public static CookieAccount read(Path file) {
        try {
            JsonNode root = MAPPER.readTree(Files.readAllBytes(file));
            List<Line> lines = new ArrayList<>();
            root.path("lines")
                    .forEach(l -> lines.add(new Line(
                            l.path("exchange").asInt(),
                            l.path("index").asInt(),
                            constant(Fate.class, l.path("fate")),
                            l.path("why").asText())));
            List<StepJar> jars = new ArrayList<>();
            root.path("jars").forEach(j -> jars.add(jar(j)));
            return new CookieAccount(lines, jars);
        } catch (JsonProcessingException | DateTimeParseException e) {
            throw new IllegalArgumentException(file + ": damaged", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static StepJar jar(JsonNode node) {
        List<Held> cookies = new ArrayList<>();
        node.path("cookies").forEach(c -> cookies.add(held(c)));
        return new StepJar(
                node.path("step").asInt(),
                constant(Witness.class, node.path("witness")),
                node.path("note").asText(),
                cookies,
                node.path("userAgent").asText(""));
    }

    private static Held held(JsonNode node) {
        JsonNode expiry = node.path("expiry");
        JsonNode sameSite = node.path("sameSite");
        return new Held(
                node.path("name").asText(),
                node.path("value").asText(),
                node.path("domain").asText(),
                flag(node.path("hostOnly")),
                node.path("path").asText(),
                expiry.isTextual() ? Instant.parse(expiry.asText()) : null,
                flag(node.path("secure")),
                flag(node.path("httpOnly")),
                sameSite.isTextual() ? constant(SameSite.class, sameSite) : null);
    }

    private static @Nullable Boolean flag(JsonNode node) {
        return node.isBoolean() ? node.booleanValue() : null;
    }
}
