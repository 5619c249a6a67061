package org.cookieproof.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects everything that is wrong, so that a user hears of all of it at once. */
public final class Problems {

    private final List<Problem> all = new ArrayList<>();

    public void add(Position at, String message) {
        Problem problem = new Problem(at, message);
        if (!all.contains(problem)) {
            all.add(problem);
        }
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** By file, line and column. */
    public List<Problem> sorted() {
        return all.stream()
                .sorted(Comparator.comparing((Problem p) -> p.at().file())
                        .thenComparing(p -> p.at().line())
                        .thenComparing(p -> p.at().column()))
                .toList();
    }

    /** @throws InvalidFilesException when anything was collected */
    public void throwIfAny() {
        if (!all.isEmpty()) {
            throw new InvalidFilesException(sorted());
        }
    }
}
