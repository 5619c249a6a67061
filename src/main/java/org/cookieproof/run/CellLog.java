package org.cookieproof.run;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cookieproof.check.Checks;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.driver.UserAgentSession;
import org.cookieproof.evidence.CookieLife;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.IdentityReading;
import org.cookieproof.evidence.Recording;
import org.cookieproof.evidence.Redactor;
import org.cookieproof.evidence.Severity;
import org.cookieproof.evidence.StepRecord;
import org.cookieproof.report.CellArchive;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.RunKey;
import org.cookieproof.result.StepResult;
import org.cookieproof.result.Verdict;
import org.cookieproof.step.Stage;
import org.cookieproof.target.Account;

/** What happens in one cell, and the result made of it. */
final class CellLog {

    private final CellSetup setup;
    private final PlannedCell cell;
    private final long startedAt = System.nanoTime();
    private final List<Finding> findings = new ArrayList<>();
    private final List<StepRecord> records = new ArrayList<>();
    private final List<StepResult> steps = new ArrayList<>();
    private final List<Account> accounts = new ArrayList<>();
    private String engine = "";
    private Recording recording = Recording.NONE;
    private List<IdentityReading> identities = List.of();
    private Set<Integer> restarts = Set.of();
    private Optional<byte[]> picture = Optional.empty();
    private Optional<String> excess = Optional.empty();

    CellLog(CellSetup setup, PlannedCell cell) {
        this.setup = setup;
        this.cell = cell;
    }

    /** Whose passwords must not be told, whatever happens next. */
    void leased(Collection<Account> leased) {
        accounts.addAll(leased);
    }

    void started(String engine) {
        this.engine = engine;
    }

    /** Plays a step and notes how it went; what it throws is noted as broken and thrown on. */
    void step(int index, BoundScenario.BoundStep step, Stage stage, UserAgentSession session) {
        if (setup.interruption().isTold()) {
            throw new RunEndedException();
        }
        long began = System.nanoTime();
        String outcome = "broken";
        try {
            stage.enter(index);
            List<Finding> wrong = step.step().play(stage);
            stage.leave();
            findings.addAll(wrong);
            records.add(new StepRecord(index, step.step().title(), step.at().toString(), session.jar()));
            outcome = wrong.isEmpty() ? "done" : "failed";
        } finally {
            steps.add(new StepResult(index, step.step().title(), step.at().toString(), outcome, millisSince(began)));
        }
    }

    boolean failed() {
        return findings.stream().anyMatch(f -> f.severity() == Severity.ERROR);
    }

    /** A failure stays a failure where no picture of it can be had. */
    void picture(UserAgentSession session) {
        try {
            picture = session.screenshot();
        } catch (UserAgentBrokenException e) {
            picture = Optional.empty();
        }
    }

    void observed(Recording recording, List<IdentityReading> identities, Set<Integer> restarts) {
        this.recording = recording;
        this.identities = identities;
        this.restarts = restarts;
    }

    /**
     * What the tap has to say of the cell.
     *
     * @param excess  why it did not let everything through
     * @param refused hosts that are not the target's
     */
    void told(Optional<String> excess, List<String> refused) {
        this.excess = excess;
        findings.addAll(RefusedHosts.warnings(refused, cell.profile()));
    }

    /**
     * Why the cell shows nothing about the target's cookies, whatever else went wrong: the tap had to cut it short, or
     * the target was silent.
     */
    Optional<String> cause() {
        return excess.map(why -> "cut off by the tap: " + why).or(this::unanswered);
    }

    private Optional<String> unanswered() {
        return recording.exchanges().stream()
                .filter(e -> e.answer().isEmpty() && !e.endedByUserAgent())
                .findFirst()
                .map(e -> "the target did not answer: " + e.summary());
    }

    /** The result of a cell that was played: what the checks make of its evidence. */
    CellResult judged() {
        if (recording.byUserAgent().findAny().isEmpty()) {
            return result(Verdict.BROKEN, "nothing was observed: the user agent sent no request through the tap");
        }
        if (cause().isPresent()) {
            return result(Verdict.BROKEN, cause().get());
        }
        findings.addAll(Checks.examineAll(setup.checks(), evidence()));
        List<Finding> errors =
                findings.stream().filter(f -> f.severity() == Severity.ERROR).toList();
        if (errors.isEmpty()) {
            return result(Verdict.PASSED, "");
        }
        return result(
                Verdict.FAILED,
                errors.get(0).check() + ": " + errors.get(0).subject()
                        + (errors.size() > 1 ? " (and " + (errors.size() - 1) + " more)" : ""));
    }

    private Evidence evidence() {
        return new Evidence(
                cell.id(),
                setup.run().target().sites(),
                setup.run().target().dictionary(),
                cell.profile().deviationSet(),
                cell.profile().capabilityNames(),
                setup.run().target().exceptions(),
                setup.publicSuffixes(),
                recording,
                records,
                identities,
                restarts);
    }

    CellResult result(Verdict verdict, String reason) {
        Redactor redactor = setup.redaction()
                .harvest(
                        recording,
                        accounts.stream().map(Account::password).toList(),
                        accounts.stream().map(Account::name).toList());
        Map<String, String> attachments =
                verdict == Verdict.FAILED || verdict == Verdict.BROKEN ? archive(redactor) : Map.of();
        return new CellResult(
                new RunKey(
                        setup.runId(),
                        setup.run().target().name(),
                        cell.variant(),
                        setup.run().regression().map(r -> r.id())),
                cell.id(),
                cell.scenario().scenario().title(),
                engine,
                verdict,
                redactor.text(reason),
                millisSince(startedAt),
                stepResults(),
                findings.stream().map(redactor::finding).toList(),
                attachments);
    }

    private Map<String, String> archive(Redactor redactor) {
        if (recording.exchanges().isEmpty() && picture.isEmpty()) {
            return Map.of();
        }
        List<CookieLife> lives =
                CookieLife.of(recording, setup.publicSuffixes(), cell.profile().deviationSet()).stream()
                        .map(redactor::life)
                        .toList();
        try {
            return CellArchive.write(setup.directory(), cell.id(), redactor.recording(recording), lives, picture);
        } catch (UncheckedIOException e) {
            throw new ReportsUnwritableException(e);
        }
    }

    /** Those played, and those never reached. */
    private List<StepResult> stepResults() {
        List<StepResult> all = new ArrayList<>(steps);
        if (!steps.isEmpty()) {
            List<BoundScenario.BoundStep> planned = cell.scenario().steps();
            for (int i = steps.size(); i < planned.size(); i++) {
                all.add(new StepResult(
                        i + 1,
                        planned.get(i).step().title(),
                        planned.get(i).at().toString(),
                        "not-reached",
                        0));
            }
        }
        return all;
    }

    private static long millisSince(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos).toMillis();
    }
}
