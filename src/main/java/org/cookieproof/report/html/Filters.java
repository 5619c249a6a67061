package org.cookieproof.report.html;

import java.util.Collection;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cookieproof.result.RunManifest.AboutScenario;
import org.cookieproof.result.RunRecord;

/** The controls that narrow the page down; the script shows them, and keeps what is chosen in the page's address. */
record Filters(RunRecord run) {

    void show(Markup html) {
        html.open("div", "class", "filters", "id", "filters", "role", "search", "aria-label", "Cells", "hidden", "");
        html.open("p").element("label", "Text", "for", "filter-q");
        html.open(
                "input",
                "type",
                "search",
                "id",
                "filter-q",
                "autocomplete",
                "off",
                "spellcheck",
                "false",
                "placeholder",
                "scenario, reason, finding …",
                "aria-keyshortcuts",
                "/");
        html.close();
        choice(html, "p", "Profile", of(r -> r.profile().value()));
        choice(html, "s", "Scheme", of(r -> r.scheme().wireName()));
        choice(html, "t", "Tag", tags());
        html.open("p", "class", "filtered").element("button", "Show all", "type", "button", "id", "filter-clear");
        html.close();
        html.element("p", "", "id", "filter-status", "class", "dim", "role", "status");
        html.element(
                "p",
                "Press / to search. In the table, arrow keys move from cell to cell and Enter opens one.",
                "class",
                "dim keys");
        html.close().line();
    }

    private Collection<String> of(java.util.function.Function<org.cookieproof.evidence.CellId, String> part) {
        return run.results().stream().map(r -> part.apply(r.cell())).collect(Collectors.toCollection(TreeSet::new));
    }

    private Collection<String> tags() {
        return run.manifest().scenarios().values().stream()
                .map(AboutScenario::tags)
                .flatMap(Collection::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void choice(Markup html, String key, String label, Collection<String> values) {
        html.open("p").element("label", label, "for", "filter-" + key);
        html.open("select", "id", "filter-" + key).element("option", "all", "value", "");
        values.forEach(v -> html.element("option", v, "value", v));
        html.close().close();
    }
}
