package org.cookieproof.report.html;

import java.util.List;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.RunRecord;
import org.cookieproof.result.Verdict;

/** The cells that did not simply pass, by verdict and reason. */
final class ReasonLists {

    private static final int MOST_WITH_ATTEMPTS = 6;

    private final RunRecord run;
    private final List<ReasonGroup> groups;

    ReasonLists(RunRecord run, List<ReasonGroup> groups) {
        this.run = run;
        this.groups = groups;
    }

    void show(Markup html) {
        list(html, Verdict.BROKEN, "Broken", true);
        list(html, Verdict.FAILED, "Failed without a finding", true);
        list(html, Verdict.FLAKY, "Flaky", true);
        list(html, Verdict.KNOWN, "Known failures", true);
        list(html, Verdict.NOT_RUN, "Not run", false);
        list(html, Verdict.NOT_APPLICABLE, "Not applicable", false);
    }

    private void list(Markup html, Verdict verdict, String title, boolean commands) {
        List<ReasonGroup> listed = groups.stream()
                .filter(g -> g.verdict() == verdict)
                .filter(g -> verdict != Verdict.FAILED
                        || g.results().stream().anyMatch(r -> r.findings().isEmpty()))
                .toList();
        if (listed.isEmpty()) {
            return;
        }
        String id = "list-" + verdict.wireName();
        html.open("section", "class", "reasons", "aria-labelledby", id);
        html.open("h2", "id", id).text(title);
        html.element(
                "span", " " + listed.stream().mapToInt(g -> shown(g).size()).sum(), "class", "dim");
        html.close().element("p", Look.sentence(verdict), "class", "dim lead");
        listed.forEach(g -> group(html, g, commands));
        html.close().line();
    }

    /** A failed cell with findings is told of there. */
    private static List<CellResult> shown(ReasonGroup group) {
        return group.verdict() == Verdict.FAILED
                ? group.results().stream().filter(r -> r.findings().isEmpty()).toList()
                : group.results();
    }

    private void group(Markup html, ReasonGroup group, boolean commands) {
        List<CellResult> cells = shown(group);
        boolean open = cells.size() <= 6 && commands;
        html.open("details", "id", group.anchor(), open ? "open" : "data-closed", "");
        html.open("summary").element("span", ExchangeView.cut(group.reason()), "class", "reason");
        html.element("span", " " + Look.count(cells.size(), "cell"), "class", "dim")
                .close();
        if (!open) {
            html.open("template");
        }
        new CellList(run).show(html, cells, "v=" + group.verdict().wireName());
        if (group.verdict() == Verdict.FLAKY) {
            cells.stream().limit(MOST_WITH_ATTEMPTS).forEach(r -> attempts(html, r));
        }
        if (commands) {
            CellCommand.show(html, cells.get(0));
        }
        if (!open) {
            html.close();
        }
        html.close().line();
    }

    private void attempts(Markup html, CellResult result) {
        html.open("p", "class", "dim").element("code", result.cell().toString()).close();
        AttemptCards.show(html, run.directory(), result);
    }
}
