package org.cookieproof.report.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cookieproof.report.CellArchive;
import org.cookieproof.result.Attempt;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.RunDirectory;
import org.cookieproof.result.Verdict;

/** The playings of one cell side by side, so that what differs between a failure and a success shows. */
final class AttemptCards {

    /** A cell may have been repeated a thousand times. */
    private static final int MOST = 24;

    /** In the order in which they are told. */
    static final List<FileKind> FILES = List.of(
            new FileKind(CellArchive.HAR, "Recording (HAR)"),
            new FileKind(CellArchive.SCREEN, "Screenshot"),
            new FileKind(CellArchive.COOKIES, "Cookie lives (JSON)"),
            new FileKind(CellArchive.JARS, "Jars (JSON)"));

    /** A kind of attachment, and what it is called. */
    record FileKind(String kind, String name) {}

    private AttemptCards() {}

    /** An attempt and its number, from 1. */
    record Card(int number, Attempt attempt) {}

    /** In order; none where the cell was played once. Where there is no room for all, those that did not pass stay. */
    static List<Card> of(CellResult result) {
        List<Card> all = new ArrayList<>();
        result.attempts().forEach(a -> all.add(new Card(all.size() + 1, a)));
        if (all.size() < 2) {
            return List.of();
        }
        return all.stream()
                .sorted(Comparator.comparing((Card c) -> c.attempt().verdict() == Verdict.PASSED)
                        .thenComparing(c -> c.attempt().attachments().isEmpty()))
                .limit(MOST)
                .sorted(Comparator.comparing(Card::number))
                .toList();
    }

    static void show(Markup html, RunDirectory directory, CellResult result) {
        List<Card> cards = of(result);
        if (cards.isEmpty()) {
            return;
        }
        html.open("ol", "class", "attempts");
        cards.forEach(card -> show(html, directory, card));
        html.close();
        if (cards.size() < result.attempts().size()) {
            html.element("p", left(result, cards), "class", "dim");
        }
        html.line();
    }

    private static String left(CellResult result, List<Card> cards) {
        return "and " + Look.count(result.attempts().size() - cards.size(), "more attempt") + " in results.jsonl";
    }

    private static void show(Markup html, RunDirectory directory, Card card) {
        Attempt attempt = card.attempt();
        html.open("li")
                .open("p", "class", "kicker")
                .element("b", "Attempt " + card.number())
                .text(" ");
        Look.chip(html, attempt.verdict());
        html.text(" ")
                .element("span", Look.duration(attempt.durationMs()), "class", "dim num")
                .close();
        html.element("p", attempt.reason().isEmpty() ? "nothing amiss" : ExchangeView.cut(attempt.reason()));
        CellFiles files = new CellFiles(directory, attempt.attachments());
        html.open("ul");
        FILES.forEach(file -> files.path(file.kind())
                .ifPresent(path -> html.open("li")
                        .open("a", "href", path)
                        .text(file.name())
                        .close()
                        .close()));
        html.close().close();
    }
}
