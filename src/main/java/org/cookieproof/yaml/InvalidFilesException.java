package org.cookieproof.yaml;

import java.util.List;
import java.util.stream.Collectors;

/** Files of the user's cannot be used; the message has a line for each problem. */
public final class InvalidFilesException extends RuntimeException {

    private final transient List<Problem> problems;

    public InvalidFilesException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
