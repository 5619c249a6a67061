package org.cookieproof.report.html;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cookieproof.report.since.Changes;
import org.cookieproof.report.since.EarlierRun;
import org.cookieproof.report.since.EarlierRun.Brief;

/** What is new and what is gone since the last run: the first thing that somebody who runs it daily wants to know. */
final class SinceSection {

    private final Changes changes;
    private final List<FindingGroup> findings;

    private SinceSection(Changes changes, List<FindingGroup> findings) {
        this.changes = changes;
        this.findings = findings;
    }

    static void show(Markup html, Optional<Changes> changes, List<FindingGroup> findings) {
        html.open("section", "id", "since", "aria-labelledby", "since-h");
        html.element("h2", "Since the last run", "id", "since-h");
        changes.ifPresentOrElse(
                c -> new SinceSection(c, findings).body(html),
                () -> html.element(
                        "p",
                        "There is no earlier run of this target, variant and regression beside this one to compare with.",
                        "class",
                        "dim lead"));
        html.close().line();
    }

    private void body(Markup html) {
        EarlierRun earlier = changes.earlier();
        html.element(
                "p",
                "Compared with " + earlier.run() + " of " + RunHeader.time(earlier.startedAt())
                        + ", by fingerprint, over the cells that both played.",
                "class",
                "dim lead");
        here(html, "New", "new", changes.appeared(), "None that it could have shown and did not.");
        there(html, "Gone", "gone", changes.gone(), "None: what was found then, and looked for again, is still there.");
        if (!changes.firstSeen().isEmpty()) {
            here(html, "In cells that it did not play", "first", changes.firstSeen(), "");
        }
        if (!changes.unlooked().isEmpty()) {
            there(html, "Not looked for this time", "unlooked", changes.unlooked(), "");
        }
    }

    private void heading(Markup html, String title, int count) {
        html.open("h3").text(title).element("span", " " + count, "class", "dim").close();
    }

    private void here(Markup html, String title, String look, Set<String> fingerprints, String none) {
        heading(html, title, fingerprints.size());
        if (fingerprints.isEmpty()) {
            html.element("p", none, "class", "dim");
            return;
        }
        html.open("ul", "class", "changes c-" + look);
        findings.stream().filter(g -> fingerprints.contains(g.fingerprint())).forEach(g -> {
            html.open("li").open("a", "href", "#" + g.anchor());
            html.text(ExchangeView.cut(g.finding().subject())).close();
            html.open("span", "class", "dim")
                    .text(" ")
                    .element("code", g.finding().check());
            html.text(" · " + g.severity() + " · " + Look.count(g.cells().size(), "cell"));
            html.close().close();
        });
        html.close().line();
    }

    private void there(Markup html, String title, String look, Map<String, Brief> briefs, String none) {
        heading(html, title, briefs.size());
        if (briefs.isEmpty()) {
            html.element("p", none, "class", "dim");
            return;
        }
        html.open("ul", "class", "changes c-" + look);
        briefs.forEach((fingerprint, brief) -> {
            html.open("li").text(ExchangeView.cut(brief.subject()));
            html.open("span", "class", "dim").text(" ").element("code", brief.check());
            html.text(" · " + brief.severity() + " · ").element("code", fingerprint);
            html.close().close();
        });
        html.close().line();
    }
}
