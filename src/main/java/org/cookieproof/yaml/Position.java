package org.cookieproof.yaml;

/**
 * A place in a file; line and column count from 1.
 *
 * @param file or the option of the command line where somebody gave what is told of; line and column are 0 then
 */
public record Position(String file, int line, int column) {

    /** Where an option was given: {@code --scenario}. */
    public static Position option(String name) {
        return new Position(name, 0, 0);
    }

    public boolean isOption() {
        return line == 0;
    }

    /** With the column, as editors jump to it: {@code scenarios/x.yaml:14:5}. */
    public String exact() {
        return isOption() ? file : file + ":" + line + ":" + column;
    }

    /** As editors and terminals link it: {@code scenarios/x.yaml:14}. */
    @Override
    public String toString() {
        return isOption() ? file : file + ":" + line;
    }
}
