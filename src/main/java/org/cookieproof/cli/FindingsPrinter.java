package org.cookieproof.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Severity;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.Verdict;
import org.cookieproof.run.RunOutcome;

/** Each distinct finding in a few lines, with how many cells show it; then what broke, and what was not run and why. */
final class FindingsPrinter {

    private final Terminal terminal;
    private final PrintWriter out;

    FindingsPrinter(Terminal terminal) {
        this.terminal = terminal;
        this.out = terminal.out();
    }

    /** A finding and the cells that show it. */
    private record Shown(Finding finding, List<CellResult> in) {}

    void print(RunOutcome outcome) {
        Map<String, Shown> distinct = new LinkedHashMap<>();
        for (CellResult result : outcome.results()) {
            for (Finding finding : result.findings()) {
                distinct.computeIfAbsent(finding.fingerprint(), f -> new Shown(finding, new ArrayList<>()))
                        .in()
                        .add(result);
            }
        }
        distinct.values().stream()
                .filter(s -> s.finding().severity() == Severity.ERROR)
                .forEach(this::print);
        List<Shown> warnings = distinct.values().stream()
                .filter(s -> s.finding().severity() == Severity.WARNING)
                .toList();
        if (!warnings.isEmpty()) {
            out.println(warnings.size() + (warnings.size() == 1 ? " warning" : " warnings") + " (see the report): "
                    + String.join(
                            "; ",
                            warnings.stream()
                                    .limit(3)
                                    .map(FindingsPrinter::brief)
                                    .toList())
                    + (warnings.size() > 3 ? " …" : ""));
            out.println();
        }
        reasons(outcome, Verdict.BROKEN, "Broken");
        reasons(outcome, Verdict.NOT_RUN, "Not run");
    }

    private static String brief(Shown shown) {
        return Terminal.told(shown.finding().check() + ", " + shown.finding().subject());
    }

    private void print(Shown shown) {
        Finding f = shown.finding();
        CellResult first = shown.in().get(0);
        out.println(terminal.red("✗ " + Terminal.told(f.check() + ": " + f.subject())) + "  "
                + terminal.dim(Terminal.told(f.source() + " · " + f.fingerprint())));
        out.println("    expected  " + Terminal.told(f.expected()));
        out.println("    observed  " + Terminal.told(f.observed()));
        f.header().ifPresent(h -> out.println("    header    " + Terminal.told(h)));
        long cells = shown.in().stream().map(CellResult::cell).distinct().count();
        out.println("    in        " + Terminal.told(first.cell().toString())
                + (f.exchange().isPresent() ? ", exchange #" + f.exchange().getAsInt() : "")
                + (cells > 1 ? ", and " + (cells - 1) + " more cells" : ""));
        out.println();
    }

    private void reasons(RunOutcome outcome, Verdict verdict, String title) {
        Map<String, List<CellResult>> byReason = new LinkedHashMap<>();
        outcome.results().stream()
                .filter(r -> r.verdict() == verdict)
                .forEach(r -> byReason.computeIfAbsent(r.reason(), k -> new ArrayList<>())
                        .add(r));
        byReason.forEach((reason, cells) -> out.println(terminal.yellow(title) + ": " + cells.size()
                + (cells.size() == 1 ? " cell, " : " cells, ") + Terminal.told(reason) + "  "
                + terminal.dim(Terminal.told("(" + cells.get(0).cell() + (cells.size() > 1 ? " …" : "") + ")"))));
        if (!byReason.isEmpty()) {
            out.println();
        }
    }
}
