package org.cookieproof.result;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

/**
 * The entry of a file of known issues that a cell's findings are put down to.
 *
 * @param at    where the entry begins: {@code ci/known/local.yaml:12}
 * @param until the last day on which it holds
 * @param explained the fingerprints of those findings; empty where it is told of as an entry alone
 */
public record KnownCause(String at, String bug, String owner, String reason, LocalDate until, Set<String> explained) {

    public KnownCause {
        Objects.requireNonNull(at);
        Objects.requireNonNull(bug);
        Objects.requireNonNull(owner);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(until);
        explained = Set.copyOf(explained);
    }

    /** Whether a finding is put down to it; a result of before this was kept puts every finding down to each. */
    public boolean explains(String fingerprint) {
        return explained.isEmpty() || explained.contains(fingerprint);
    }
}
