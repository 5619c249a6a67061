package org.cookieproof.report.har;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cookieproof.http.Body;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.HeaderField;
import org.cookieproof.http.Headers;
import org.cookieproof.http.Request;
import org.cookieproof.http.Response;
import org.cookieproof.http.Url;
import org.jspecify.annotations.Nullable;

/** One exchange as an entry of an HTTP archive. */
final class HarEntry {

    private static final String VERSION = "HTTP/1.1"; // what the recorder speaks to both sides

    private HarEntry() {}

    static void write(ObjectNode entry, Exchange exchange) {
        double millis = exchange.took().toNanos() / 1e6;
        entry.put("startedDateTime", exchange.startedAt().toString());
        entry.put("time", millis);
        request(entry.putObject("request"), exchange.request());
        response(entry.putObject("response"), exchange.response());
        entry.putObject("cache");
        entry.putObject("timings").put("send", 0).put("wait", millis).put("receive", 0);
        entry.put("_number", exchange.number());
        entry.put("_step", exchange.step());
        entry.put("_sender", exchange.sender().name().toLowerCase(Locale.ROOT));
        entry.put("_late", exchange.late());
        entry.put("_failure", exchange.failure());
        entry.put("_userAgent", exchange.userAgent());
        entry.put("_answeredByHarness", exchange.answeredByHarness());
        String comment = comment(exchange);
        if (!comment.isEmpty()) {
            entry.put("comment", comment);
        }
    }

    /** For whoever opens the archive in another tool; those show comments, not our own fields. */
    private static String comment(Exchange exchange) {
        List<String> said = new ArrayList<>();
        if (!exchange.userAgent().isEmpty()) {
            said.add("user agent: " + exchange.userAgent());
        }
        if (exchange.answeredByHarness()) {
            said.add("answered by the harness, not by the target");
        }
        return String.join("; ", said);
    }

    private static void request(ObjectNode node, Request request) {
        node.put("method", request.method());
        node.put("url", request.url().toString());
        node.put("httpVersion", VERSION);
        ArrayNode cookies = node.putArray("cookies");
        for (String line : request.headers().values("Cookie")) {
            for (String pair : line.split(";", -1)) {
                cookie(cookies.addObject(), pair);
            }
        }
        headers(node, request.headers());
        ArrayNode query = node.putArray("queryString");
        request.url().query().ifPresent(q -> {
            for (String pair : q.split("&", -1)) {
                cookie(query.addObject(), pair);
            }
        });
        if (request.body().fullLength() > 0) {
            ObjectNode post = node.putObject("postData");
            post.put("mimeType", request.headers().first("Content-Type").orElse(""));
            post.putArray("params");
            post.put("text", request.body().text());
        }
        node.put("headersSize", -1);
        node.put("bodySize", request.body().fullLength());
    }

    /** A failure is written as browsers write it: status 0. */
    private static void response(ObjectNode node, @Nullable Response response) {
        Headers headers = response == null ? Headers.NONE : response.headers();
        Body body = response == null ? Body.EMPTY : response.body();
        node.put("status", response == null ? 0 : response.status());
        node.put("statusText", response == null ? "" : response.reason());
        node.put("httpVersion", VERSION);
        ArrayNode cookies = node.putArray("cookies");
        for (String line : headers.values("Set-Cookie")) {
            int end = line.indexOf(';');
            cookie(cookies.addObject(), end < 0 ? line : line.substring(0, end));
        }
        headers(node, headers);
        ObjectNode content = node.putObject("content");
        content.put("size", body.fullLength());
        content.put("mimeType", headers.first("Content-Type").orElse(""));
        if (body.bytes().length > 0) {
            content.put("text", body.text());
        }
        node.put("redirectURL", headers.first("Location").orElse(""));
        node.put("headersSize", -1);
        node.put("bodySize", body.fullLength());
    }

    private static void cookie(ObjectNode node, String pair) {
        int equals = pair.indexOf('=');
        node.put("name", equals < 0 ? pair.strip() : pair.substring(0, equals).strip());
        node.put("value", equals < 0 ? "" : pair.substring(equals + 1).strip());
    }

    private static void headers(ObjectNode node, Headers headers) {
        ArrayNode array = node.putArray("headers");
        headers.fields().forEach(f -> array.addObject().put("name", f.name()).put("value", f.value()));
    }

    static Exchange read(JsonNode entry) {
        JsonNode failure = entry.path("_failure");
        JsonNode response = entry.path("response");
        return new Exchange(
                entry.path("_number").asInt(),
                startedAt(entry),
                Duration.ofNanos(Math.round(entry.path("time").asDouble() * 1e6)),
                Exchange.Sender.valueOf(
                        entry.path("_sender").asText("user_agent").toUpperCase(Locale.ROOT)),
                entry.path("_step").asInt(),
                entry.path("_late").asBoolean(),
                readRequest(entry.path("request")),
                failure.isTextual() ? null : readResponse(response),
                failure.isTextual() ? failure.asText() : null,
                entry.path("_userAgent").asText(""),
                entry.path("_answeredByHarness").asBoolean());
    }

    private static Instant startedAt(JsonNode entry) {
        try {
            return Instant.parse(entry.path("startedDateTime").asText());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("an entry without a time", e);
        }
    }

    private static Request readRequest(JsonNode node) {
        JsonNode post = node.path("postData");
        return new Request(
                node.path("method").asText(),
                Url.parse(node.path("url").asText()),
                readHeaders(node),
                body(post.path("text").asText(""), node.path("bodySize").asLong()));
    }

    private static Response readResponse(JsonNode node) {
        JsonNode content = node.path("content");
        return new Response(
                node.path("status").asInt(),
                node.path("statusText").asText(),
                readHeaders(node),
                body(content.path("text").asText(""), content.path("size").asLong()));
    }

    private static Headers readHeaders(JsonNode node) {
        List<HeaderField> fields = new ArrayList<>();
        node.path("headers")
                .forEach(h -> fields.add(
                        new HeaderField(h.path("name").asText(), h.path("value").asText())));
        return new Headers(fields);
    }

    private static Body body(String text, long fullLength) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return fullLength > bytes.length ? Body.truncated(bytes, fullLength) : Body.of(bytes);
    }
}
