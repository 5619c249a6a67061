package org.cookieproof.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cookieproof.result.Attempt;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Plays a cell as often as was asked, and tells one result. A broken attempt is retried like a failed one, and counts
 * like one: what passes only at the second try is flaky, whoever is to blame. A known failure is expected, so it is
 * not retried. A cell whose user agent broke is played once more even where nothing else is: of thousands of browsers
 * some die of nothing that a target did, and what the cell would have shown is still to be seen.
 */
final class CellAttempts {

    private static final Set<Verdict> NOT_WELL = Set.of(Verdict.FAILED, Verdict.BROKEN);

    private final CellRunner runner;
    private final CellSetup setup;
    private final PlannedCell cell;
    private final List<CellResult> told = new ArrayList<>();
    private CellRunner.@Nullable Played firstPassed;
    private int firstPassedAt;
    private boolean userAgentBroke;

    CellAttempts(CellRunner runner, CellSetup setup, PlannedCell cell) {
        this.runner = runner;
        this.setup = setup;
        this.cell = cell;
    }

    CellResult play() {
        if (cell.decided().isPresent()) {
            return runner.run(cell).result();
        }
        do {
            playOnce();
        } while (another());
        keepOneThatPassed();
        return outcome();
    }

    private void playOnce() {
        CellRunner.Played played = runner.run(cell);
        userAgentBroke = played.userAgentBroke();
        int number = told.size() + 1;
        CellResult result = played.result();
        Verdict verdict = result.verdict();
        if (NOT_WELL.contains(verdict) || verdict == Verdict.KNOWN || setup.keepsAll()) {
            result = with(result, played.log().keep(number));
        } else if (verdict == Verdict.PASSED && firstPassed == null) {
            // Only one: of a cell that is repeated a thousand times the recordings would not fit into memory.
            firstPassed = played;
            firstPassedAt = number;
        }
        told.add(result);
    }

    private static CellResult with(CellResult result, Map<String, String> kept) {
        return result.after(List.of(), result.verdict(), result.reason(), result.durationMs(), kept);
    }

    private boolean another() {
        Verdict last = told.get(told.size() - 1).verdict();
        if (last == Verdict.NOT_RUN || setup.interruption().isTold()) {
            return false;
        }
        return setup.repeat() > 1
                ? told.size() < setup.repeat()
                : NOT_WELL.contains(last) && told.size() <= Math.max(setup.retries(), ofUserAgent());
    }

    /** Where one cell is played again under somebody's eyes, once is what was asked for. */
    private int ofUserAgent() {
        return userAgentBroke && setup.again().isEmpty() ? 1 : 0;
    }

    /** Beside the recording of a failure, that of a success is what shows the difference. */
    private void keepOneThatPassed() {
        if (firstPassed != null && told.stream().anyMatch(r -> NOT_WELL.contains(r.verdict()))) {
            int index = firstPassedAt - 1;
            told.set(index, with(told.get(index), firstPassed.log().keep(firstPassedAt)));
        }
    }

    private CellResult outcome() {
        List<CellResult> ended =
                told.stream().filter(r -> r.verdict() != Verdict.NOT_RUN).toList();
        boolean interrupted = ended.size() < told.size();
        if (interrupted && ended.stream().noneMatch(r -> r.verdict() == Verdict.FAILED)) {
            return told.get(told.size() - 1);
        }
        Verdict verdict = verdict(ended.stream().map(CellResult::verdict).collect(Collectors.toSet()));
        CellResult telling = ended.stream()
                .filter(r -> r.verdict() != Verdict.PASSED)
                .filter(r -> verdict != Verdict.FAILED || r.verdict() == Verdict.FAILED)
                .findFirst()
                .orElse(ended.get(ended.size() - 1));
        return telling.after(
                ended.stream()
                        .map(r -> new Attempt(r.verdict(), r.reason(), r.durationMs(), r.attachments()))
                        .toList(),
                verdict,
                ended.size() == 1 ? telling.reason() : counted(ended, telling),
                ended.stream().mapToLong(CellResult::durationMs).sum(),
                telling.attachments());
    }

    private static Verdict verdict(Set<Verdict> all) {
        boolean well = all.contains(Verdict.PASSED) || all.contains(Verdict.KNOWN);
        if (all.contains(Verdict.FAILED) || all.contains(Verdict.BROKEN)) {
            return well ? Verdict.FLAKY : all.contains(Verdict.FAILED) ? Verdict.FAILED : Verdict.BROKEN;
        }
        return all.contains(Verdict.KNOWN) ? Verdict.KNOWN : Verdict.PASSED;
    }

    /** {@code 1 failed, 1 passed of 2 attempts: why the telling one did not pass}. */
    private static String counted(List<CellResult> ended, CellResult telling) {
        String counts = ended.stream()
                .map(CellResult::verdict)
                .distinct()
                .map(v -> ended.stream().filter(r -> r.verdict() == v).count() + " " + v)
                .collect(Collectors.joining(", "));
        return counts + " of " + ended.size() + " attempts"
                + (telling.reason().isEmpty() ? "" : ": " + telling.reason());
    }
}
