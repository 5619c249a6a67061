package org.cookieproof.result;

import java.util.Objects;

/**
 * A line of {@code results.jsonl} that is no result: mostly the torn last line of a run that was killed.
 *
 * @param line   from 1
 * @param reason what is wrong with it, without its content
 */
public record Unreadable(int line, String reason) {

    public Unreadable {
        Objects.requireNonNull(reason);
    }

    @Override
    public String toString() {
        return "results.jsonl:" + line + ": " + reason;
    }
}
