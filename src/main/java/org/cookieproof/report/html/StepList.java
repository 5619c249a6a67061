package org.cookieproof.report.html;

import org.cookieproof.result.CellResult;
import org.cookieproof.result.StepResult;

/** The steps of a cell and how far it came. */
final class StepList {

    private StepList() {}

    static void show(Markup html, CellResult result) {
        if (result.steps().isEmpty()) {
            return;
        }
        html.element("h4", "Steps").open("ol", "class", "steps");
        for (StepResult step : result.steps()) {
            html.open("li", "class", "s-" + known(step.outcome()))
                    .element("span", symbol(step.outcome()), "class", "symbol", "aria-hidden", "true")
                    .element("span", step.title(), "class", "sentence")
                    .element("code", step.position(), "class", "dim")
                    .element(
                            "span",
                            step.outcome().equals("done")
                                    ? Look.duration(step.durationMs())
                                    : step.outcome().replace('-', ' '),
                            "class",
                            "dim")
                    .close();
        }
        html.close().line();
    }

    private static String known(String outcome) {
        return switch (outcome) {
            case "done", "failed", "broken" -> outcome;
            default -> "not-reached";
        };
    }

    private static String symbol(String outcome) {
        return switch (outcome) {
            case "done" -> "\u2713";
            case "failed" -> "\u2715";
            case "broken" -> "!";
            default -> "\u25cb";
        };
    }
}
