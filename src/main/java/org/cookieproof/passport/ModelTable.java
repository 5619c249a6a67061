package org.cookieproof.passport;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.cookieproof.profile.HeldAgainst;
import org.cookieproof.profile.Profile;
import org.cookieproof.report.html.Markup;

/** The models beside the real engines that they are held against: how many answers are alike, and each that is not. */
final class ModelTable {

    private final Collection<Profile> profiles;
    private final List<Comparison> comparisons;

    ModelTable(Collection<Profile> profiles, List<Comparison> comparisons) {
        this.profiles = profiles;
        this.comparisons = comparisons;
    }

    String markdown() {
        StringBuilder text = new StringBuilder();
        text.append("\n| model | held against | because | agree | and where not |\n|---|---|---|---|---|\n");
        for (Comparison comparison : comparisons) {
            boolean ofBrowsers = comparison.against().isOfBrowsers();
            row(
                    text,
                    comparison.model(),
                    comparison.engine().id().value(),
                    ofBrowsers ? "it is a browser" : comparison.against().because(),
                    agree(comparison),
                    ofBrowsers ? "explained with the browser" : otherwise(comparison));
        }
        profiles.forEach(model -> model.heldAgainst().stream()
                .filter(HeldAgainst::isOfNone)
                .forEach(none -> row(text, model, "none", none.because(), "", "")));
        return text.toString();
    }

    private static void row(
            StringBuilder text, Profile model, String against, String because, String agree, String otherwise) {
        text.append("| ").append(model.id()).append(" | ").append(against).append(" | ");
        text.append(PassportTable.cell(because)).append(" | ").append(agree).append(" | ");
        text.append(otherwise).append(" |\n");
    }

    private static String agree(Comparison comparison) {
        return comparison.alike() + " of " + comparison.compared();
    }

    private static String otherwise(Comparison comparison) {
        return comparison.disagreements().stream()
                .map(d -> "`" + d.behaviour().id() + "`: " + PassportTable.code(d.model()) + ", the engine "
                        + PassportTable.code(d.engine()) + ": "
                        + PassportTable.cell(d.explanation().orElse("not explained")))
                .collect(Collectors.joining("; "));
    }

    void write(Markup html) {
        html.element("h2", "Models beside real engines").line();
        html.open("p")
                .text("What a model does was read, not measured. Where a real engine is said to do the same, both were"
                        + " asked alike; point at a disagreement for what explains it.")
                .close()
                .line();
        html.open("div", "class", "scroll").open("table").open("thead").open("tr");
        for (String column : List.of("model", "held against", "because", "agree", "and where not")) {
            html.element("th", column, "scope", "col");
        }
        html.close().close().line().open("tbody").line();
        comparisons.forEach(comparison -> write(comparison, html));
        profiles.forEach(model -> model.heldAgainst().stream()
                .filter(HeldAgainst::isOfNone)
                .forEach(none -> {
                    html.open("tr").element("th", model.id().value(), "scope", "row");
                    html.element("td", "none")
                            .element("td", none.because())
                            .element("td", "")
                            .element("td", "");
                    html.close().line();
                }));
        html.close().close().close().line();
    }

    private static void write(Comparison comparison, Markup html) {
        html.open("tr").element("th", comparison.model().id().value(), "scope", "row");
        html.element("td", comparison.engine().id().value());
        html.element("td", comparison.against().because());
        html.element("td", agree(comparison));
        html.open("td", "class", "list");
        for (Comparison.Disagreement d : comparison.disagreements()) {
            html.element(
                            "code",
                            d.behaviour().id(),
                            "class",
                            d.explanation().isPresent() ? "differs" : "open",
                            "title",
                            "the model: " + d.model() + "; the engine: " + d.engine() + "; "
                                    + d.explanation().orElse("not explained"))
                    .text(" ");
        }
        html.close().close().line();
    }
}
