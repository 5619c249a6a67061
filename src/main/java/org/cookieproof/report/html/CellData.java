package org.cookieproof.report.html;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cookieproof.evidence.CellId;
import org.cookieproof.evidence.Finding;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.KnownCause;
import org.cookieproof.result.RunManifest.AboutScenario;
import org.cookieproof.result.RunRecord;
import org.cookieproof.result.Verdict;

/**
 * What the page's script filters by and shows of one cell, each text stored once: a cell is a row of numbers. The
 * matrix numbers its cells in the same order.
 */
final class CellData {

    private static final List<Verdict> VERDICTS = List.of(Verdict.values());
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** In characters; the archive has the rest. */
    private static final int LONGEST_REASON = 600;

    private final RunRecord run;
    private final Anchors anchors;
    private final List<FindingGroup> findings;
    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private final Map<String, Integer> findingNumbers = new HashMap<>();
    private final Map<String, KnownCause> causes = new LinkedHashMap<>();
    private final Map<String, Integer> causeNumbers = new HashMap<>();

    CellData(RunRecord run, Anchors anchors, List<FindingGroup> findings) {
        this.run = run;
        this.anchors = anchors;
        this.findings = findings;
        findings.forEach(g -> findingNumbers.put(g.fingerprint(), findingNumbers.size()));
    }

    /** @param order the cells as the matrix numbers them */
    String json(List<CellId> order) {
        Map<CellId, CellResult> results = new HashMap<>();
        run.results().forEach(r -> results.put(r.cell(), r));
        ObjectNode root = MAPPER.createObjectNode();
        ArrayNode verdicts = root.putArray("verdicts");
        for (Verdict verdict : VERDICTS) {
            verdicts.addObject()
                    .put("id", verdict.wireName())
                    .put("word", Look.word(verdict))
                    .put("symbol", Look.symbol(verdict));
        }
        findings(root.putArray("findings"));
        ArrayNode cells = root.putArray("cells");
        for (CellId cell : order) {
            CellResult result = results.get(cell);
            if (result != null) {
                cell(cells.addObject(), result);
            }
        }
        known(root.putArray("known"));
        tags(root.putObject("tags"));
        ArrayNode array = root.putArray("texts");
        texts.keySet().forEach(array::add);
        try {
            return MAPPER.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain nodes can be written", e);
        }
    }

    private void findings(ArrayNode array) {
        for (FindingGroup group : findings) {
            array.addObject()
                    .put("a", group.anchor())
                    .put("f", group.fingerprint())
                    .put("c", text(group.finding().check()))
                    .put("s", text(group.finding().subject()));
        }
    }

    private void cell(ObjectNode node, CellResult result) {
        node.put("t", text(result.title()));
        node.put("n", text(result.cell().scenario().value()));
        node.put("p", text(result.cell().profile().value()));
        node.put("s", text(result.cell().scheme().wireName()));
        node.put("v", VERDICTS.indexOf(result.verdict()));
        node.put("r", text(reason(result.reason())));
        node.put("e", text(result.engine()));
        node.put("d", text(Look.duration(result.durationMs())));
        node.put("o", text(CellCommand.ofRun(result.run())));
        anchors.of(result.cell()).ifPresent(a -> node.put("a", text(a)));
        List<Integer> shown = new ArrayList<>();
        for (Finding finding : result.findings()) {
            Integer number = findingNumbers.get(finding.fingerprint());
            if (number != null && !shown.contains(number)) {
                shown.add(number);
            }
        }
        if (!shown.isEmpty()) {
            shown.forEach(node.putArray("f")::add);
        }
        CellFiles files = new CellFiles(run.directory(), result);
        files.path("har").ifPresent(p -> node.put("h", text(p)));
        files.path("screen").ifPresent(p -> node.put("i", text(p)));
        if (!result.known().isEmpty()) {
            ArrayNode known = node.putArray("w");
            result.known().stream().map(this::cause).distinct().forEach(known::add);
        }
        attempts(node, result);
    }

    /** Each attempt of a cell that was played more than once; {@code m} says how many there was no room for. */
    private void attempts(ObjectNode node, CellResult result) {
        List<AttemptCards.Card> cards = AttemptCards.of(result);
        if (cards.isEmpty()) {
            return;
        }
        ArrayNode array = node.putArray("k");
        for (AttemptCards.Card card : cards) {
            ObjectNode attempt = array.addObject()
                    .put("n", card.number())
                    .put("v", VERDICTS.indexOf(card.attempt().verdict()))
                    .put("d", text(Look.duration(card.attempt().durationMs())))
                    .put("r", text(reason(card.attempt().reason())));
            CellFiles files = new CellFiles(run.directory(), card.attempt().attachments());
            ArrayNode kept = attempt.putArray("x");
            AttemptCards.FILES.forEach(file -> files.path(file.kind())
                    .ifPresent(path -> kept.addArray().add(text(file.name())).add(text(path))));
        }
        if (cards.size() < result.attempts().size()) {
            node.put("m", result.attempts().size() - cards.size());
        }
    }

    private int cause(KnownCause cause) {
        causes.putIfAbsent(cause.at(), cause);
        return causeNumbers.computeIfAbsent(cause.at(), at -> causeNumbers.size());
    }

    private void known(ArrayNode array) {
        causes.values()
                .forEach(c -> array.addObject()
                        .put("b", text(c.bug()))
                        .put("o", text(c.owner()))
                        .put("u", text(c.until().toString()))
                        .put("r", text(reason(c.reason())))
                        .put("at", text(c.at())));
    }

    private static String reason(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
    }

    private void tags(ObjectNode node) {
        run.manifest().scenarios().forEach((id, about) -> {
            if (!about.tags().isEmpty()) {
                ArrayNode array = node.putArray(Markup.visible(id.value()));
                tags(about).forEach(array::add);
            }
        });
    }

    private static List<String> tags(AboutScenario about) {
        return about.tags().stream().map(Markup::visible).toList();
    }

    private int text(String text) {
        return texts.computeIfAbsent(Markup.visible(text), t -> texts.size());
    }
}
