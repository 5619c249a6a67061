package org.cookieproof.report.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cookieproof.evidence.CellId;
import org.cookieproof.evidence.ProfileId;
import org.cookieproof.evidence.ScenarioId;
import org.cookieproof.http.Scheme;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.RunManifest.AboutProfile;
import org.cookieproof.result.RunRecord;
import org.cookieproof.result.Verdict;
import org.jspecify.annotations.Nullable;

/** Every cell of the run: scenarios down, profiles across, grouped by scheme. */
final class Matrix {

    /** In characters; the cell's panel has the rest. */
    private static final int LONGEST_TOOLTIP = 200;

    private final RunRecord run;
    private final Anchors anchors;
    private final Map<CellId, CellResult> results = new HashMap<>();
    private final Map<ScenarioId, String> titles = new HashMap<>();
    private final List<CellId> shown = new ArrayList<>();
    private final Map<Scheme, List<ProfileId>> columns = new TreeMap<>(Comparator.reverseOrder()); // https first

    Matrix(RunRecord run, Anchors anchors) {
        this.run = run;
        this.anchors = anchors;
        Map<Scheme, TreeSet<ProfileId>> profiles = new EnumMap<>(Scheme.class);
        for (CellResult result : run.results()) {
            results.put(result.cell(), result);
            titles.putIfAbsent(result.cell().scenario(), result.title());
            profiles.computeIfAbsent(result.cell().scheme(), s -> new TreeSet<>(profileOrder()))
                    .add(result.cell().profile());
        }
        profiles.forEach((scheme, ids) -> columns.put(scheme, List.copyOf(ids)));
    }

    /** Browsers, then HTTP clients, then models of what cannot run here. */
    private Comparator<ProfileId> profileOrder() {
        return Comparator.comparing((ProfileId id) -> kind(id).map(kind ->
                                List.of("browser", "http-client", "model").indexOf(kind))
                        .orElse(3))
                .thenComparing(Comparator.naturalOrder());
    }

    private Optional<String> kind(ProfileId id) {
        return run.manifest().about(id).map(AboutProfile::kind);
    }

    void show(Markup html) {
        html.open("section", "id", "matrix", "aria-labelledby", "matrix-h");
        html.element("h2", "Cells", "id", "matrix-h").line();
        new LedgerTiles(run.ledger()).show(html);
        new Filters(run).show(html);
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-labelledby", "matrix-h");
        html.open("table", "class", "matrix");
        html.element("caption", "Verdicts by scenario, profile and scheme", "class", "vh");
        head(html);
        rowsByFolder().forEach((folder, scenarios) -> body(html, folder, scenarios));
        html.close().close().close().line();
    }

    private void head(Markup html) {
        html.open("thead").open("tr");
        html.open("td", "class", "corner", "rowspan", "2").close();
        columns.forEach((scheme, profiles) -> html.element(
                "th",
                scheme.wireName(),
                "scope",
                "colgroup",
                "class",
                "scheme",
                "colspan",
                String.valueOf(profiles.size())));
        html.close().open("tr");
        columns.values().forEach(profiles -> {
            for (int i = 0; i < profiles.size(); i++) {
                column(html, profiles.get(i), i == 0);
            }
        });
        html.close().close().line();
    }

    private void column(Markup html, ProfileId profile, boolean first) {
        String title = run.manifest()
                .about(profile)
                .map(about -> about.title() + " (" + about.kind().replace('-', ' ') + ")")
                .orElse(profile.value());
        html.open(
                "th",
                "scope",
                "col",
                "class",
                first ? "profile edge" : "profile",
                "title",
                title,
                "data-profile",
                profile.value());
        html.open("span").text(profile.value());
        if (kind(profile).filter("model"::equals).isPresent()) {
            html.element("i", " model");
        }
        html.close().close();
    }

    private Map<String, List<ScenarioId>> rowsByFolder() {
        Map<String, List<ScenarioId>> folders = new LinkedHashMap<>();
        run.results().stream()
                .map(r -> r.cell().scenario())
                .distinct()
                .sorted()
                .forEach(id -> folders.computeIfAbsent(folder(id), f -> new ArrayList<>())
                        .add(id));
        return folders;
    }

    private static String folder(ScenarioId id) {
        int slash = id.value().indexOf('/');
        return slash < 0 ? "" : id.value().substring(0, slash);
    }

    private void body(Markup html, String folder, List<ScenarioId> scenarios) {
        html.open("tbody");
        if (!folder.isEmpty()) {
            int width = columns.values().stream().mapToInt(List::size).sum();
            html.open("tr", "class", "folder")
                    .element("th", folder, "scope", "rowgroup")
                    .open("td", "colspan", String.valueOf(width))
                    .close()
                    .close();
        }
        scenarios.forEach(scenario -> row(html, scenario));
        html.close().line();
    }

    private void row(Markup html, ScenarioId scenario) {
        html.open("tr");
        html.open("th", "scope", "row")
                .element("span", title(scenario), "class", "sentence")
                .element("span", scenario.value(), "class", "id")
                .close();
        columns.forEach((scheme, profiles) -> {
            for (int i = 0; i < profiles.size(); i++) {
                cell(html, results.get(new CellId(scenario, profiles.get(i), scheme)), i == 0);
            }
        });
        html.close().line();
    }

    private String title(ScenarioId scenario) {
        return titles.getOrDefault(scenario, scenario.value());
    }

    private void cell(Markup html, @Nullable CellResult result, boolean first) {
        String edge = first ? " edge" : "";
        if (result == null) {
            html.open("td", "class", "none" + edge).unseen("not planned").close();
            return;
        }
        Verdict verdict = result.verdict();
        String id = "c" + shown.size();
        shown.add(result.cell());
        html.open("td", "class", Look.cssClass(verdict) + edge, "title", tooltip(result));
        html.open("a", "id", id, "href", "#" + anchors.of(result.cell()).orElse(id));
        html.element("span", Look.symbol(verdict), "aria-hidden", "true").unseen(Look.word(verdict));
        html.close().close();
    }

    /** The cells in the order in which they are numbered; complete when it has been shown. */
    List<CellId> shown() {
        return List.copyOf(shown);
    }

    private static String tooltip(CellResult result) {
        String what = Look.word(result.verdict()) + ": " + result.cell().profile() + ", "
                + result.cell().scheme();
        return result.verdict() == Verdict.PASSED
                ? what + ", " + Look.duration(result.durationMs())
                : what + "\n" + TimelinePicture.shortened(result.reason(), LONGEST_TOOLTIP);
    }
}
