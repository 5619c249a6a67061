package org.cookieproof.report.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cookieproof.evidence.CellId;
import org.cookieproof.evidence.CookieAccount;
import org.cookieproof.evidence.CookieLife;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Recording;
import org.cookieproof.http.Exchange;
import org.cookieproof.report.html.FindingGroup.Sighting;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.RunRecord;
import org.cookieproof.result.StepResult;

/** One distinct finding: what is wrong, where it was seen, and the evidence of the cell that shows it best. */
final class FindingArticle {

    private final RunRecord run;
    private final FindingGroup group;
    private final Map<CellId, String> pictures;
    private final Sighting best;
    private final boolean fresh;

    /**
     * @param pictures where on the page a cell's screenshot stands already; this article adds its own
     * @param fresh    whether the last run did not have it
     */
    FindingArticle(RunRecord run, FindingGroup group, Map<CellId, String> pictures, boolean fresh) {
        this.run = run;
        this.fresh = fresh;
        this.group = group;
        this.pictures = pictures;
        this.best = group.best(run);
    }

    void show(Markup html, boolean open) {
        Finding finding = best.finding();
        html.open("article", "class", "finding", "id", group.anchor(), "aria-labelledby", group.anchor() + "-h");
        html.open("header");
        html.open("p", "class", "kicker");
        Look.chip(html, group.verdict());
        html.element("span", group.severity().toString(), "class", "severity " + group.severity());
        if (fresh) {
            html.element("span", "new", "class", "fresh", "title", "not found in the last run");
        }
        html.element("span", Look.count(group.cells().size(), "cell"), "class", "dim");
        html.close();
        html.element("h3", finding.subject(), "id", group.anchor() + "-h");
        html.open("p", "class", "rule").element("code", finding.check()).text(" · ");
        SourceLinks.show(html, finding.source());
        html.text(" · ")
                .element("code", group.fingerprint(), "title", "fingerprint: stays the same from run to run")
                .close();
        html.close().line();
        comparison(html, finding);
        KnownIssues.show(html, group);
        others(html);
        cells(html);
        evidence(html, open);
        html.close().line();
    }

    private static void comparison(Markup html, Finding finding) {
        html.open("dl", "class", "compare");
        html.open("div", "class", "expected")
                .element("dt", "Expected")
                .element("dd", ExchangeView.cut(finding.expected()))
                .close();
        html.open("div", "class", "observed")
                .element("dt", "Observed")
                .element("dd", ExchangeView.cut(finding.observed()))
                .close();
        html.close().line();
    }

    /** A group holds what has one cause; what was seen may still differ in its values. */
    private void others(Markup html) {
        Map<String, List<Sighting>> byObserved = new LinkedHashMap<>();
        group.sightings().stream()
                .filter(s -> !s.finding().observed().equals(best.finding().observed()))
                .forEach(s -> byObserved
                        .computeIfAbsent(s.finding().observed(), o -> new ArrayList<>())
                        .add(s));
        if (byObserved.isEmpty()) {
            return;
        }
        html.open("details").element("summary", "Observed otherwise in some cells");
        html.open("ul", "class", "otherwise");
        byObserved.forEach((observed, sightings) -> html.open("li")
                .element("code", ExchangeView.cut(observed))
                .element("span", " " + sightings.get(0).result().cell() + more(sightings.size() - 1), "class", "dim")
                .close());
        html.close().close().line();
    }

    private static String more(int count) {
        return count == 0 ? "" : " and " + Look.count(count, "more cell");
    }

    private void cells(Markup html) {
        boolean few = group.cells().size() <= 12;
        html.open("details", "class", "cells", few ? "open" : "data-many", "");
        html.element("summary", "Seen in " + Look.count(group.cells().size(), "cell"));
        if (!few) {
            html.open("template");
        }
        new CellList(run).show(html, group.cells(), "f=" + group.fingerprint());
        if (!few) {
            html.close();
        }
        html.close().line();
    }

    private void evidence(Markup html, boolean open) {
        CellResult cell = best.result();
        CellFiles files = new CellFiles(run.directory(), cell);
        html.open("details", "class", "evidence", open ? "open" : "data-closed", "");
        html.element(
                "summary",
                "Evidence from " + cell.cell().profile() + " over "
                        + cell.cell().scheme());
        // What is folded stays out of the page's tree until somebody unfolds it.
        if (!open) {
            html.open("template");
        }
        evidence(html, cell, files);
        if (!open) {
            html.close();
        }
        html.close().line();
    }

    private void evidence(Markup html, CellResult cell, CellFiles files) {
        html.open("p", "class", "dim").text(cell.title());
        html.text(" · ").text(cell.engine().isEmpty() ? "engine unknown" : cell.engine());
        html.text(" · ").text(Look.duration(cell.durationMs())).close();
        CellCommand.show(html, cell);
        Optional<Recording> recording = files.recording();
        Optional<Exchange> exchange = recording.flatMap(r -> best.finding().exchange().stream()
                .mapToObj(r::number)
                .flatMap(Optional::stream)
                .findFirst());
        Optional<CookieAccount> account = files.account();
        exchange.ifPresent(x -> new ExchangeView(recording.orElseThrow(), x, best.finding(), account).show(html));
        recording.ifPresent(r -> lives(html, files, r));
        account.ifPresent(a -> JarTable.show(
                html,
                group.anchor() + "-j",
                JarTable.around(step(cell, exchange), a, exchange.map(Exchange::userAgent))));
        StepList.show(html, cell);
        attempts(html, cell);
        picture(html, files);
        files.path("har")
                .ifPresent(path -> html.open("p", "class", "dim")
                        .open("a", "href", path)
                        .text("The whole recording (HAR)")
                        .close()
                        .close());
    }

    private void attempts(Markup html, CellResult cell) {
        if (cell.attempts().size() > 1) {
            html.element("h4", "Attempts");
            AttemptCards.show(html, run.directory(), cell);
        }
    }

    /** During which the exchange was sent; else the one that failed. */
    private static int step(CellResult cell, Optional<Exchange> exchange) {
        return exchange.map(Exchange::step)
                .orElseGet(() -> cell.steps().stream()
                        .filter(s -> s.outcome().equals("failed"))
                        .map(StepResult::index)
                        .findFirst()
                        .orElse(0));
    }

    private void lives(Markup html, CellFiles files, Recording recording) {
        List<CookieLife> lives = files.cookieLives();
        TimelineRows rows = TimelineRows.of(lives, recording.exchanges(), best.finding());
        if (!rows.rows().isEmpty()) {
            html.element("h4", "The cookies' lives");
            new TimelinePicture(rows).show(html, group.anchor() + "-t");
        }
    }

    /** One cell may be the best evidence of many findings; its picture is large. */
    private void picture(Markup html, CellFiles files) {
        String shown = pictures.get(best.result().cell());
        if (shown != null) {
            html.open("p", "class", "dim")
                    .open("a", "href", "#" + shown)
                    .text("The screenshot of this cell is above")
                    .close()
                    .close();
            return;
        }
        Optional<String> picture = files.picture();
        if (picture.isPresent()) {
            String id = group.anchor() + "-screen";
            pictures.put(best.result().cell(), id);
            html.element("h4", "What the user agent showed", "id", id);
            html.open("img", "class", "screen", "alt", "Screenshot at the end of the cell", "src", picture.get());
        } else {
            files.path("screen")
                    .ifPresent(path -> html.open("p")
                            .open("a", "href", path)
                            .text("Screenshot")
                            .close()
                            .close());
        }
    }
}
