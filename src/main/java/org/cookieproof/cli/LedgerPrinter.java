package org.cookieproof.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cookieproof.result.Attempt;
import org.cookieproof.result.Ledger;
import org.cookieproof.result.Requirement;
import org.cookieproof.result.Verdict;
import org.cookieproof.run.ExitCode;
import org.cookieproof.run.RunOutcome;

/** The ledger, and the closing line that other tools read. */
final class LedgerPrinter {

    /** Of what is required and missing, the first are told. */
    private static final int MOST_MISSING = 20;

    private LedgerPrinter() {}

    static void print(PrintWriter out, OutcomePrinter.Told told, RunOutcome outcome) {
        Ledger ledger = outcome.ledger();
        if (ledger.planned() == 0 && told.remark().isEmpty()) {
            out.println("No cell was planned: no scenario, profile and scheme fit together under these filters.");
        }
        missing(out, told, outcome);
        told.unasked().ifPresent(target -> nothingRequired(out, target));
        brokenUserAgents(out, outcome);
        outcome.effort().ifPresent(effort -> out.println("Effort: " + effort));
        out.println("Ledger: " + ledger.planned() + " planned = "
                + Arrays.stream(Verdict.values())
                        .map(v -> ledger.count(v) + " " + v)
                        .collect(Collectors.joining(" + ")));
        out.println(ledger.count(Verdict.PASSED) + " passed, " + ledger.count(Verdict.FAILED) + " failed, "
                + (ledger.count(Verdict.NOT_APPLICABLE) + ledger.count(Verdict.NOT_RUN)) + " skipped"
                + (told.remark().isEmpty() ? "" : " (" + told.remark() + ")"));
    }

    /** They count as flaky, or broken; so many of one profile are a fault of its own. */
    private static void brokenUserAgents(PrintWriter out, RunOutcome outcome) {
        Map<String, Long> byProfile = outcome.results().stream()
                .filter(r -> r.attempts().size() > 1)
                .filter(r -> r.attempts().stream().anyMatch(LedgerPrinter::ofUserAgent))
                .collect(Collectors.groupingBy(r -> r.cell().profile().value(), TreeMap::new, Collectors.counting()));
        if (!byProfile.isEmpty()) {
            out.println("Played again because their user agent broke: "
                    + byProfile.entrySet().stream()
                            .map(e -> e.getKey() + " " + e.getValue())
                            .collect(Collectors.joining(", ")));
        }
    }

    private static boolean ofUserAgent(Attempt attempt) {
        return attempt.verdict() == Verdict.BROKEN && attempt.reason().startsWith("the user agent: ");
    }

    /** What a target cannot show is then told by nothing but the cells that are not run (T50501). */
    private static void nothingRequired(PrintWriter out, String target) {
        out.println("Nothing was required of '" + Terminal.told(target)
                + "': what it cannot show does not count here. What must be there a plan says:"
                + " ./cookieproof run --plan predeploy --target " + Terminal.told(target));
    }

    private static void missing(PrintWriter out, OutcomePrinter.Told told, RunOutcome outcome) {
        List<Requirement> missing = ExitCode.missing(told.required(), outcome.results());
        if (missing.isEmpty()) {
            return;
        }
        out.println(told.stage()
                .map(s -> "Required by the stage " + s + " and not passed:")
                .orElse("Required by the plan and not played:"));
        missing.stream()
                .limit(MOST_MISSING)
                .forEach(r -> out.println("  "
                        + Terminal.told(r + ": " + r.unmet(outcome.results()).orElse(""))));
        if (missing.size() > MOST_MISSING) {
            out.println("  and " + (missing.size() - MOST_MISSING) + " more");
        }
    }
}
