package org.cookieproof.yaml;

/** A place in a file; line and column count from 1. */
public record Position(String file, int line, int column) {

    /** As editors and terminals link it: {@code scenarios/x.yaml:14}. */
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
