package org.cookieproof.report.html;

import java.util.List;
import java.util.stream.Collectors;
import org.cookieproof.result.SignalMove;
import org.cookieproof.result.SignalMoves;

/** How the target's own numbers moved while it was played against. */
final class SignalsSection {

    private static final String ID = "signals";

    private SignalsSection() {}

    /** In the page's head, since these alone let a run end with exit code 1 or 3. */
    static void notice(Markup html, SignalMoves signals) {
        List<SignalMove> told = signals.moves().stream()
                .filter(m -> m.exceeds() || m.isMissed())
                .toList();
        if (!told.isEmpty()) {
            html.open("p", "class", "notice")
                    .open("a", "href", "#" + ID)
                    .text(Look.count(told.size(), "signal"))
                    .close()
                    .text(" of the target did not keep to the plan: "
                            + told.stream().map(SignalMove::signal).collect(Collectors.joining(", ")) + ".")
                    .close();
        }
    }

    static void show(Markup html, SignalMoves signals) {
        if (signals.isEmpty()) {
            return;
        }
        html.open("section", "id", ID, "aria-labelledby", "signals-h");
        html.element("h2", "Signals", "id", "signals-h");
        html.element("p", "Numbers of the target's own, before and after the run.", "class", "dim lead");
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-labelledby", "signals-h");
        html.open("table", "class", "plain").open("thead").open("tr");
        for (String head : List.of("Signal", "How it moved", "Plan")) {
            html.element("th", head, "scope", "col");
        }
        html.close().close().open("tbody");
        signals.moves()
                .forEach(m -> html.open("tr")
                        .open("td")
                        .element("code", m.signal())
                        .close()
                        .element("td", m.told())
                        .element("td", verdict(m))
                        .close());
        html.close().close().close().close().line();
    }

    private static String verdict(SignalMove move) {
        if (move.most().isEmpty()) {
            return "does not say";
        }
        return move.exceeds() ? "exceeded" : move.isMissed() ? "cannot be told" : "kept";
    }
}
