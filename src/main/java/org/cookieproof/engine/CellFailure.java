package org.cookieproof.engine;

import java.util.stream.Collectors;
import org.cookieproof.evidence.Finding;
import org.cookieproof.result.CellResult;

/** The findings of a cell, for tools that know only throwables. */
final class CellFailure extends AssertionError {

    private CellFailure(String message) {
        super(message);
    }

    static CellFailure of(CellResult result) {
        return new CellFailure(result.cell() + "\n"
                + result.findings().stream().map(CellFailure::line).collect(Collectors.joining("\n")));
    }

    private static String line(Finding f) {
        return f.check() + " (" + f.source() + "): " + f.subject() + "\n  expected: " + f.expected() + "\n  observed: "
                + f.observed() + f.header().map(h -> "\n  header:   " + h).orElse("");
    }
}
