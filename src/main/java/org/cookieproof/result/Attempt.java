package org.cookieproof.result;

import java.util.Map;
import java.util.Objects;

/**
 * One playing of a cell.
 *
 * @param reason      why it is not {@code passed}; empty when it is
 * @param attachments kind ({@code har}, {@code cookies}, {@code screen}) to path below the run's folder; empty where
 *                    nothing of it was kept
 */
public record Attempt(Verdict verdict, String reason, long durationMs, Map<String, String> attachments) {

    public Attempt {
        Objects.requireNonNull(verdict);
        Objects.requireNonNull(reason);
        attachments = Map.copyOf(attachments);
    }
}
