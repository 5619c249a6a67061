package org.cookieproof.report.html;

import java.util.List;
import java.util.Locale;
import org.cookieproof.result.Ledger;
import org.cookieproof.result.Verdict;

/**
 * The ledger as a bar and as tiles; the tiles are radio buttons, with which the script shows the cells of one verdict
 * alone.
 */
record LedgerTiles(Ledger ledger) {

    private static final List<Verdict> ORDER = List.of(
            Verdict.FAILED,
            Verdict.BROKEN,
            Verdict.FLAKY,
            Verdict.KNOWN,
            Verdict.PASSED,
            Verdict.NOT_APPLICABLE,
            Verdict.NOT_RUN);

    void show(Markup html) {
        bar(html);
        html.open("fieldset", "class", "ledger").element("legend", "Show cells that are", "class", "vh");
        tile(html, "all", "tile", "", ledger.planned(), "planned", "every planned cell", true);
        for (Verdict verdict : ORDER) {
            tile(
                    html,
                    verdict.wireName(),
                    "tile " + Look.cssClass(verdict) + (ledger.count(verdict) == 0 ? " zero" : ""),
                    Look.symbol(verdict),
                    ledger.count(verdict),
                    Look.word(verdict),
                    Look.meaning(verdict),
                    false);
        }
        html.close().line();
    }

    private static void tile(
            Markup html, String id, String look, String symbol, int count, String word, String title, boolean all) {
        String input = "show-" + id;
        if (all) {
            html.open("input", "type", "radio", "name", "show", "id", input, "value", id, "checked", "");
        } else if (count == 0) {
            html.open("input", "type", "radio", "name", "show", "id", input, "value", id, "disabled", "");
        } else {
            html.open("input", "type", "radio", "name", "show", "id", input, "value", id);
        }
        html.open("label", "for", input, "class", look, "title", title);
        html.element("b", String.valueOf(count));
        html.open("span");
        if (!symbol.isEmpty()) {
            html.element("span", symbol, "class", "symbol", "aria-hidden", "true");
        }
        html.text(word).close().close();
    }

    private void bar(Markup html) {
        html.open(
                "svg",
                "class",
                "bar",
                "viewBox",
                "0 0 1000 8",
                "preserveAspectRatio",
                "none",
                "aria-hidden",
                "true",
                "width",
                "100%",
                "height",
                "8");
        double x = 0;
        for (Verdict verdict : ORDER) {
            double width = ledger.planned() == 0 ? 0 : 1000.0 * ledger.count(verdict) / ledger.planned();
            if (width > 0) {
                html.open(
                                "rect",
                                "class",
                                Look.cssClass(verdict),
                                "x",
                                number(x),
                                "y",
                                "0",
                                "height",
                                "8",
                                "width",
                                number(width))
                        .close();
            }
            x += width;
        }
        html.close().line();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
