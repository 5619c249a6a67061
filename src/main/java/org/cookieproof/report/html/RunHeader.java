package org.cookieproof.report.html;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.cookieproof.result.KnownBites;
import org.cookieproof.result.Ledger;
import org.cookieproof.result.RunDirectory;
import org.cookieproof.result.RunKey;
import org.cookieproof.result.RunRecord;
import org.cookieproof.result.SignalMoves;
import org.cookieproof.result.Verdict;

/** What was run, under what, and how it went, in one glance. */
final class RunHeader {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private RunHeader() {}

    /** The run in a sentence; also the page's title. */
    static String headline(Ledger ledger) {
        int failed = ledger.count(Verdict.FAILED);
        int broken = ledger.count(Verdict.BROKEN);
        if (failed > 0) {
            return failed + " of " + Look.count(ledger.planned(), "cell") + " failed";
        }
        if (broken > 0) {
            return Look.count(broken, "cell") + " could not be judged";
        }
        if (ledger.executed() == 0) {
            return "No cell was played";
        }
        int passed = ledger.count(Verdict.PASSED);
        return passed == ledger.executed()
                ? (passed == 1 ? "The one cell played passed" : "All " + passed + " cells played passed")
                : passed + " of " + ledger.executed() + " cells played passed";
    }

    /** @param passports whether there is a page about them to lead to */
    static void show(Markup html, RunRecord run, KnownBites bites, SignalMoves signals, boolean passports) {
        RunKey key = run.manifest().run();
        html.open("header", "class", "top");
        html.open("p", "class", "brand");
        mark(html);
        html.text("Cookieproof").close();
        html.element("h1", headline(run.ledger())).line();
        html.open("dl", "class", "facts");
        fact(html, "Target", key.target());
        fact(html, "Variant", variants(run));
        key.regression().ifPresent(r -> fact(html, "Injected regression", r));
        if (!run.manifest().plan().isBlank()) {
            fact(html, "Plan", run.manifest().plan());
        }
        ShardFacts shards = new ShardFacts(run);
        shards.told().ifPresent(s -> fact(html, "Shards", s));
        run.startedAt().ifPresent(at -> fact(html, "Started", time(at)));
        if (run.startedAt().isPresent()) {
            fact(
                    html,
                    "Duration",
                    run.took().map(d -> Look.duration(d.toMillis())).orElse("has not ended by itself"));
        }
        fact(html, "Run", key.run());
        if (passports) {
            html.open("div").element("dt", "User agents").open("dd");
            html.element("a", "how each was measured to behave", "href", HtmlReport.PASSPORTS)
                    .close()
                    .close();
        }
        html.close().line();
        notices(html, run);
        shards.notice().ifPresent(n -> html.element("p", n, "class", "notice"));
        KnownIssues.notice(html, bites);
        SignalsSection.notice(html, signals);
        html.close().line();
    }

    /** A plan may have several, and the run's own key names only the first. */
    private static String variants(RunRecord run) {
        return run.results().stream()
                .map(r -> r.run().variant())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    static String time(Instant at) {
        return TIME.format(at);
    }

    private static void fact(Markup html, String name, String value) {
        html.open("div").element("dt", name).element("dd", value).close();
    }

    private static void notices(Markup html, RunRecord run) {
        run.manifest()
                .run()
                .regression()
                .ifPresent(r -> html.open("p", "class", "notice")
                        .text("The regression ")
                        .element("strong", r)
                        .text(" was injected into this run. Findings are what it is for; a run without any is a miss.")
                        .close());
        long unfinished = run.with(Verdict.NOT_RUN).stream()
                .filter(r -> r.reason().equals(RunDirectory.RUN_ENDED_FIRST))
                .count();
        if (unfinished > 0) {
            html.element(
                    "p",
                    "The run ended before " + Look.count((int) unfinished, "planned cell")
                            + " could be played. They count as not run.",
                    "class",
                    "notice");
        }
        run.unreadable().forEach(u -> html.element("p", "A result could not be read: " + u, "class", "notice"));
    }

    /** A cookie with a bite taken and a tick in place of a crumb. */
    private static void mark(Markup html) {
        html.open("svg", "viewBox", "0 0 24 24", "width", "22", "height", "22", "aria-hidden", "true")
                .open(
                        "path",
                        "class",
                        "mark-dough",
                        "d",
                        "M12 2a10 10 0 1 0 10 10 4 4 0 0 1-4.4-4.2A4 4 0 0 1 13.6 3 4 4 0 0 1 12 2z")
                .close()
                .open("path", "class", "mark-tick", "d", "M7.6 12.6l3 3 5.4-6")
                .close()
                .close();
    }
}
