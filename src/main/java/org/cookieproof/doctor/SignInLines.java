package org.cookieproof.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cookieproof.evidence.Severity;
import org.cookieproof.result.CellResult;

/** How the doctor's own scenario went, step by step. */
final class SignInLines {

    /** What its steps show, in their order. */
    private static final List<String> STEPS = List.of("log-in", "who-am-I", "log-out", "who-am-I after it");

    private static final String REMEDY =
            "compare the flow file with the site, and the account with what it takes; the report shows each request: ";

    private SignInLines() {}

    /** @param report where somebody finds how it went */
    static List<Diagnosis> of(List<CellResult> results, String report) {
        List<Diagnosis> lines = new ArrayList<>();
        results.forEach(r -> lines.addAll(of(r, report)));
        return lines;
    }

    /** @param accounts how many people could */
    static Diagnosis notTried(int accounts) {
        return Diagnosis.cannot(
                "log-in",
                accounts == 0
                        ? "not tried: there is nobody to sign in"
                        : "not tried: 'first' answers over no scheme over which somebody could stay signed in");
    }

    private static List<Diagnosis> of(CellResult result, String report) {
        String over = " over " + result.cell().scheme();
        if (!result.verdict().executed() && result.steps().isEmpty()) {
            return List.of(Diagnosis.wrong(
                    "log-in" + over, result.verdict() + ": " + result.reason(), "mend what is wrong above first"));
        }
        List<Diagnosis> lines = new ArrayList<>();
        for (int i = 0; i < STEPS.size(); i++) {
            String what = STEPS.get(i) + over;
            String outcome = i < result.steps().size() ? result.steps().get(i).outcome() : "";
            lines.add(
                    switch (outcome) {
                        case "done" -> Diagnosis.ok(what, result.steps().get(i).durationMs() + " ms");
                        case "failed", "broken" -> Diagnosis.wrong(what, why(result), REMEDY + report);
                        default -> Diagnosis.cannot(what, "not tried after what went wrong before");
                    });
        }
        judged(result, over, report).ifPresent(lines::add);
        return lines;
    }

    private static String why(CellResult result) {
        return result.findings().stream()
                .filter(f -> f.severity() == Severity.ERROR)
                .findFirst()
                .map(f -> f.check() + ": " + f.subject() + ": expected " + f.expected() + "; observed " + f.observed())
                .orElse(result.reason());
    }

    /** Signing in worked, and yet a run would have something to say: that is a run's affair, but not to be hidden. */
    private static Optional<Diagnosis> judged(CellResult result, String over, String report) {
        boolean played = result.steps().size() >= STEPS.size()
                && result.steps().stream().allMatch(s -> s.outcome().equals("done"));
        long errors = result.findings().stream()
                .filter(f -> f.severity() == Severity.ERROR)
                .count();
        return played && errors > 0
                ? Optional.of(Diagnosis.found(
                        "checks" + over,
                        "signing in works; the checks have " + errors + (errors == 1 ? " finding" : " findings")
                                + ", which a run will tell, too: " + why(result),
                        "the report shows each: " + report))
                : Optional.empty();
    }
}
