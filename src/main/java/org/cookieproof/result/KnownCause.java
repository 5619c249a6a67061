package org.cookieproof.result;

import java.time.LocalDate;
import java.util.Objects;

/**
 * The entry of a file of known issues that a cell's findings are put down to.
 *
 * @param at    where the entry begins: {@code ci/known/local.yaml:12}
 * @param until the last day on which it holds
 */
public record KnownCause(String at, String bug, String owner, String reason, LocalDate until) {

    public KnownCause {
        Objects.requireNonNull(at);
        Objects.requireNonNull(bug);
        Objects.requireNonNull(owner);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(until);
    }
}
