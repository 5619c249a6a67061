package org.cookieproof.yaml;

/** A place in a file; line and column count from 1. */
public record Position(String file, int line, int column) {

    /** With the column, as editors jump to it: {@code scenarios/x.yaml:14:5}. */
    public String exact() {
        return file + ":" + line + ":" + column;
    }

    /** As editors and terminals link it: {@code scenarios/x.yaml:14}. */
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
