package org.cookieproof.yaml;

import java.util.Objects;

/** What is wrong at a place in a user's file, and how to mend it. */
public record Problem(Position at, String message) {

    public Problem {
        Objects.requireNonNull(at);
        Objects.requireNonNull(message);
    }

    @Override
    public String toString() {
        return at.exact() + ": " + message;
    }
}
