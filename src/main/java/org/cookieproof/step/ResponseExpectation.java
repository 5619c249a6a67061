package org.cookieproof.step;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Role;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.Response;
import org.cookieproof.yaml.Fields;
import org.cookieproof.yaml.YamlNode;

/**
 * {@code response: { from: first, path: "action=submit", method: POST, initiator: other, status: 200, header: { Cache-Control: private },
 * lacks: { Cache-Control: no-store } }}: every exchange of the step so selected looks so, and there is one.
 */
@AutoService(Expectation.class)
public final class ResponseExpectation implements Expectation {

    @Override
    public String name() {
        return "response";
    }

    @Override
    public Bound bind(YamlNode argument, Binder binder) {
        Fields fields = binder.fields(name(), argument, "from");
        Wanted wanted = new Wanted(
                binder.role(fields, "from"),
                fields.pattern("path").orElse(Pattern.compile("")),
                fields.optionalText("method"),
                binder.askedBy(fields, "initiator"),
                fields.node("status").isPresent() ? OptionalInt.of(fields.number("status", 200)) : OptionalInt.empty(),
                patterns(fields, "header"),
                patterns(fields, "lacks"));
        fields.end();
        return (stage, focus) -> wanted.examine(stage);
    }

    private static Map<String, Pattern> patterns(Fields fields, String key) {
        Map<String, Pattern> patterns = new LinkedHashMap<>();
        fields.fields(key, "'" + key + "'")
                .ifPresent(headers -> fields.textMap(key)
                        .keySet()
                        .forEach(
                                header -> headers.pattern(header).ifPresent(pattern -> patterns.put(header, pattern))));
        return patterns;
    }

    private record Wanted(
            Role from,
            Pattern path,
            Optional<String> method,
            Optional<AskedBy> initiator,
            OptionalInt status,
            Map<String, Pattern> header,
            Map<String, Pattern> lacks) {

        List<Finding> examine(Stage stage) {
            List<Exchange> selected = stage.exchangesOfStep().stream()
                    .filter(stage::isOwn)
                    .filter(e -> e.url().host().equals(stage.host(from)))
                    .filter(e -> path.matcher(e.url().target()).find())
                    .filter(e ->
                            method.isEmpty() || method.get().equals(e.request().method()))
                    .filter(e -> initiator.isEmpty() || initiator.get().matches(stage, e))
                    .toList();
            if (selected.isEmpty()) {
                return List.of(stage.finding(
                        "response",
                        subject() + " is there",
                        "an exchange with " + from + ": " + method.orElse("any method") + " " + path,
                        "none in this step",
                        stage.newest()));
            }
            List<Finding> findings = new ArrayList<>();
            selected.forEach(e -> findings.addAll(judge(stage, e)));
            return findings;
        }

        private List<Finding> judge(Stage stage, Exchange exchange) {
            if (exchange.answer().isEmpty()) {
                return List.of(wrong(stage, exchange, "is answered", exchange.summary(), Optional.empty()));
            }
            Response response = exchange.answer().get();
            List<Finding> findings = new ArrayList<>();
            if (status.isPresent() && status.getAsInt() != response.status()) {
                findings.add(wrong(
                        stage,
                        exchange,
                        "status " + status.getAsInt(),
                        "status " + response.status(),
                        Optional.empty()));
            }
            header.forEach((name, pattern) -> {
                String value = response.headers().combined(name);
                if (!response.headers().has(name) || !pattern.matcher(value).find()) {
                    findings.add(wrong(
                            stage, exchange, name + " with " + pattern, line(response, name), lineOf(response, name)));
                }
            });
            lacks.forEach((name, pattern) -> {
                String value = response.headers().combined(name);
                if (response.headers().has(name) && pattern.matcher(value).find()) {
                    findings.add(wrong(
                            stage,
                            exchange,
                            name + " without " + pattern,
                            line(response, name),
                            lineOf(response, name)));
                }
            });
            return findings;
        }

        private static String line(Response response, String name) {
            return response.headers().has(name)
                    ? name + ": " + response.headers().combined(name)
                    : name + " (absent)";
        }

        private static Optional<String> lineOf(Response response, String name) {
            return response.headers().fields().stream()
                    .filter(f -> f.named(name))
                    .map(Object::toString)
                    .findFirst();
        }

        private String subject() {
            return "response of " + from + " to " + path;
        }

        private Finding wrong(
                Stage stage, Exchange exchange, String expected, String observed, Optional<String> header) {
            return stage.finding(
                    "response",
                    subject() + ": " + expected,
                    expected,
                    observed,
                    OptionalInt.of(exchange.number()),
                    header);
        }
    }
}
