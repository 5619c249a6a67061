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
        Map<String, String> attachments) {

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
        if (verdict != Verdict.PASSED && reason.isBlank()) {
            throw new IllegalArgumentException(cell + " is " + verdict + " without a reason");
        }
    }
}
