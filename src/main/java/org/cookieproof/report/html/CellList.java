package org.cookieproof.report.html;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cookieproof.evidence.ScenarioId;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.RunManifest.AboutProfile;
import org.cookieproof.result.RunRecord;

/** Cells by scenario, each with the command that plays it again. */
record CellList(RunRecord run) {

    /** A finding of every cell would make the page as large as the run again for each such finding. */
    private static final int MOST = 60;

    /** Shows the first of them; the link at the end narrows the matrix down to all. */
    void show(Markup html, Collection<CellResult> all, String filter) {
        show(html, all.stream().limit(MOST).toList());
        if (all.size() > MOST) {
            html.open("p", "class", "dim").text("and " + Look.count(all.size() - MOST, "more cell") + ": ");
            html.open("a", "href", "#" + filter).text("show them in the table").close();
            html.close();
        }
    }

    private void show(Markup html, Collection<CellResult> cells) {
        Map<ScenarioId, List<CellResult>> byScenario = new TreeMap<>();
        cells.forEach(r -> byScenario
                .computeIfAbsent(r.cell().scenario(), s -> new ArrayList<>())
                .add(r));
        html.open("ul", "class", "cells");
        byScenario.forEach((scenario, results) -> {
            html.open("li").element("span", results.get(0).title(), "class", "sentence", "title", scenario.value());
            html.open("ul", "class", "chips");
            results.forEach(r -> chip(html, r));
            html.close().close();
        });
        html.close();
    }

    private void chip(Markup html, CellResult result) {
        html.open("li", "class", Look.cssClass(result.verdict()), "title", CellCommand.of(result))
                .element("span", Look.symbol(result.verdict()), "class", "symbol", "aria-hidden", "true")
                .text(result.cell().profile().value());
        if (isModel(result)) {
            html.element("i", " model");
        }
        html.element("span", " " + result.cell().scheme(), "class", "dim")
                .unseen(", " + Look.word(result.verdict()))
                .close();
    }

    private boolean isModel(CellResult result) {
        return run.manifest()
                .about(result.cell().profile())
                .filter(AboutProfile::isModel)
                .isPresent();
    }
}
