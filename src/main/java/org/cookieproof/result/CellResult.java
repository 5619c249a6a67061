package org.cookieproof.result;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cookieproof.evidence.CellId;
import org.cookieproof.evidence.Finding;

/**
 * One line of {@code results.jsonl}.
 *
 * @param title       the scenario's sentence
 * @param engine      the user agent's own account of its name and version; empty when it never started
 * @param reason      why it is not {@code passed}; empty when it is
 * @param findings    redacted
 * @param attachments kind ({@code har}, {@code cookies}, {@code screen}) to path below the run's folder
 * @param attempts    every playing of the cell, in order; the steps, findings and attachments are those of the first
 *                    that did not pass, or of the last where all did. Empty for a cell that was not played
 * @param known       what its findings are put down to; empty unless an attempt is {@code known}
 * @param accounts    persona to the number, from 1, of the target's account that it was given
 */
public record CellResult(
        RunKey run,
        CellId cell,
        String title,
        String engine,
        Verdict verdict,
        String reason,
        long durationMs,
        List<StepResult> steps,
        List<Finding> findings,
        Map<String, String> attachments,
        List<Attempt> attempts,
        List<KnownCause> known,
        Map<String, Integer> accounts) {

    public CellResult {
        Objects.requireNonNull(run);
        Objects.requireNonNull(cell);
        Objects.requireNonNull(title);
        Objects.requireNonNull(engine);
        Objects.requireNonNull(verdict);
        Objects.requireNonNull(reason);
        steps = List.copyOf(steps);
        findings = List.copyOf(findings);
        attachments = Map.copyOf(attachments);
        attempts = List.copyOf(attempts);
        known = List.copyOf(known);
        accounts = Map.copyOf(accounts);
        if (verdict != Verdict.PASSED && reason.isBlank()) {
            throw new IllegalArgumentException(cell + " is " + verdict + " without a reason");
        }
    }

    /** A result that tells of no attempts, known issues or accounts. */
    public CellResult(
            RunKey run,
            CellId cell,
            String title,
            String engine,
            Verdict verdict,
            String reason,
            long durationMs,
            List<StepResult> steps,
            List<Finding> findings,
            Map<String, String> attachments) {
        this(
                run,
                cell,
                title,
                engine,
                verdict,
                reason,
                durationMs,
                steps,
                findings,
                attachments,
                List.of(),
                List.of(),
                Map.of());
    }

    /** This result as a line of another run, of which it is a part. */
    public CellResult within(RunKey whole) {
        return new CellResult(
                new RunKey(whole.run(), whole.target(), run.variant(), whole.regression()),
                cell,
                title,
                engine,
                verdict,
                reason,
                durationMs,
                steps,
                findings,
                attachments,
                attempts,
                known,
                accounts);
    }

    /** This result, told as the outcome of several attempts. */
    public CellResult after(List<Attempt> all, Verdict outcome, String why, long tookMs, Map<String, String> kept) {
        return new CellResult(
                run, cell, title, engine, outcome, why, tookMs, steps, findings, kept, all, known, accounts);
    }
}
