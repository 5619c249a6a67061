package org.cookieproof.result;

import java.util.Objects;

/**
 * @param index    from 1
 * @param position where the step stands: {@code scenarios/logout/everywhere.yaml:12}
 * @param outcome  {@code done}, {@code failed}, {@code broken}, {@code not-reached}
 */
public record StepResult(int index, String title, String position, String outcome, long durationMs) {

    public StepResult {
        Objects.requireNonNull(title);
        Objects.requireNonNull(position);
        Objects.requireNonNull(outcome);
    }
}
