package org.cookieproof.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Severity;

/** A {@link CellResult} as one line of JSON. Members that a later version adds are read over. */
final class CellResultJson {

    private CellResultJson() {}

    static String write(CellResult result) throws JsonProcessingException {
        ObjectNode node = Json.object();
        Json.putRun(node, result.run());
        Json.putCell(node, result.cell());
        node.put("verdict", result.verdict().wireName());
        node.put("reason", result.reason());
        node.put("durationMs", result.durationMs());
        node.put("title", result.title());
        node.put("engine", result.engine());
        var findings = node.putArray("findings");
        result.findings().forEach(f -> findings.add(finding(f)));
        var steps = node.putArray("steps");
        result.steps().forEach(s -> steps.add(step(s)));
        ObjectNode attachments = node.putObject("attachments");
        new TreeMap<>(result.attachments()).forEach(attachments::put);
        putWhatFewHave(node, result);
        return Json.MAPPER.writeValueAsString(node);
    }

    /** Left out where there is nothing to tell, so that the lines of most cells stay short. */
    private static void putWhatFewHave(ObjectNode node, CellResult result) {
        if (!result.attempts().isEmpty()) {
            var attempts = node.putArray("attempts");
            result.attempts().forEach(a -> attempts.add(AttemptJson.write(a)));
        }
        if (!result.known().isEmpty()) {
            var known = node.putArray("known");
            result.known().forEach(k -> known.add(KnownCauseJson.write(k)));
        }
        if (!result.accounts().isEmpty()) {
            ObjectNode accounts = node.putObject("accounts");
            new TreeMap<>(result.accounts()).forEach(accounts::put);
        }
    }

    private static ObjectNode finding(Finding finding) {
        ObjectNode node = Json.object();
        node.put("check", finding.check());
        node.put("source", finding.source());
        node.put("severity", finding.severity().toString());
        node.put("subject", finding.subject());
        node.put("expected", finding.expected());
        node.put("observed", finding.observed());
        if (finding.exchange().isPresent()) {
            node.put("exchange", finding.exchange().getAsInt());
        } else {
            node.putNull("exchange");
        }
        node.put("header", finding.header().orElse(null));
        node.put("fingerprint", finding.fingerprint());
        return node;
    }

    private static ObjectNode step(StepResult step) {
        ObjectNode node = Json.object();
        node.put("index", step.index());
        node.put("title", step.title());
        node.put("position", step.position());
        node.put("outcome", step.outcome());
        node.put("durationMs", step.durationMs());
        return node;
    }

    /** @throws IllegalArgumentException when it is JSON but no result */
    static CellResult read(String line) throws JsonProcessingException {
        JsonNode node = Json.MAPPER.readTree(line);
        Map<String, Integer> accounts = new LinkedHashMap<>();
        node.path("accounts")
                .properties()
                .forEach(e -> accounts.put(e.getKey(), e.getValue().asInt()));
        return new CellResult(
                Json.run(node),
                Json.cell(node),
                Json.text(node, "title"),
                Json.text(node, "engine"),
                Verdict.named(Json.text(node, "verdict")),
                Json.text(node, "reason"),
                Json.number(node, "durationMs"),
                Json.elements(node, "steps").map(CellResultJson::readStep).toList(),
                Json.elements(node, "findings").map(CellResultJson::readFinding).toList(),
                Json.textMap(node, "attachments"),
                Json.elements(node, "attempts").map(AttemptJson::read).toList(),
                Json.elements(node, "known").map(KnownCauseJson::read).toList(),
                accounts);
    }

    private static StepResult readStep(JsonNode node) {
        return new StepResult(
                (int) Json.number(node, "index"),
                Json.text(node, "title"),
                Json.text(node, "position"),
                Json.text(node, "outcome"),
                Json.number(node, "durationMs"));
    }

    private static Finding readFinding(JsonNode node) {
        JsonNode exchange = node.path("exchange");
        Optional<String> header = Json.optionalText(node, "header");
        return new Finding(
                Json.text(node, "check"),
                Json.text(node, "source"),
                Severity.valueOf(Json.text(node, "severity").toUpperCase(Locale.ROOT)),
                Json.text(node, "subject"),
                Json.text(node, "expected"),
                Json.text(node, "observed"),
                exchange.isInt() ? OptionalInt.of(exchange.intValue()) : OptionalInt.empty(),
                header);
    }
}
