package org.cookieproof.report.html;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.KnownBites;
import org.cookieproof.result.KnownCause;

/** Known issues: whose they are and until when, beside what is put down to them; and those that no longer hold. */
final class KnownIssues {

    static final String STALE = "stale";

    private KnownIssues() {}

    /** What a finding is put down to in the cells that are known. */
    static void show(Markup html, FindingGroup group) {
        Map<String, KnownCause> causes = new LinkedHashMap<>();
        int cells = 0;
        for (CellResult cell : group.cells()) {
            List<KnownCause> here = cell.known().stream()
                    .filter(c -> c.explains(group.fingerprint()))
                    .toList();
            here.forEach(c -> causes.putIfAbsent(c.at(), c));
            cells += here.isEmpty() ? 0 : 1;
        }
        if (!causes.isEmpty()) {
            int all = group.cells().size();
            String where = cells == all ? "" : " in " + cells + " of " + Look.count(all, "cell");
            html.open("div", "class", "known").element("h4", "Known issue" + where);
            causes.values().forEach(c -> show(html, c));
            html.close().line();
        }
    }

    private static void show(Markup html, KnownCause cause) {
        html.open("dl", "class", "cause");
        html.open("div").element("dt", "Bug").open("dd");
        SourceLinks.show(html, cause.bug());
        html.close().close();
        fact(html, "Owner", cause.owner());
        fact(html, "Until", cause.until().toString());
        fact(html, "Reason", cause.reason());
        html.open("div")
                .element("dt", "Entry")
                .open("dd")
                .element("code", cause.at())
                .close()
                .close();
        html.close();
    }

    private static void fact(Markup html, String name, String value) {
        html.open("div").element("dt", name).element("dd", value).close();
    }

    /** In the page's head, since these lines alone let a run end with exit code 4. */
    static void notice(Markup html, KnownBites bites) {
        int count = stale(bites).size();
        if (count > 0) {
            html.open("p", "class", "notice")
                    .open("a", "href", "#" + STALE)
                    .text(Look.count(count, "known issue"))
                    .close()
                    .text(count == 1 ? " no longer holds." : " no longer hold.")
                    .close();
        }
    }

    /** The lines to remove or to mend. */
    static void stale(Markup html, KnownBites bites) {
        Map<KnownBites.Entry, String> entries = stale(bites);
        if (entries.isEmpty()) {
            return;
        }
        html.open("section", "id", STALE, "aria-labelledby", "stale-h");
        html.open("h2", "id", "stale-h").text("Known issues that no longer hold");
        html.element("span", " " + entries.size(), "class", "dim").close();
        html.element("p", "A run ends with exit code 4 for as long as they stay as they are.", "class", "dim lead");
        entries.forEach((entry, what) -> {
            html.open("div", "class", "known stale").element("h3", what);
            show(html, entry.cause());
            lines(html, entry);
            html.close();
        });
        html.close().line();
    }

    private static Map<KnownBites.Entry, String> stale(KnownBites bites) {
        Map<KnownBites.Entry, String> entries = new LinkedHashMap<>();
        bites.vanished().forEach(e -> entries.put(e, "Did not happen in the cells that ran: remove these lines"));
        bites.expired()
                .forEach(e -> entries.putIfAbsent(
                        e,
                        "Expired: mend it, or agree on a new day with "
                                + e.cause().owner()));
        return entries;
    }

    private static void lines(Markup html, KnownBites.Entry entry) {
        html.open("ol", "class", "wire", "translate", "no");
        List<String> lines = entry.lines();
        for (int i = 0; i < lines.size(); i++) {
            html.open("li", "class", "line")
                    .element("span", entry.file() + ":" + (entry.line() + i) + "  ", "class", "name")
                    .text(ExchangeView.cut(lines.get(i)))
                    .close();
        }
        html.close();
    }
}
