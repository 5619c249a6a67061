package org.cookieproof.doctor;

import java.util.Objects;

/**
 * One thing that was looked at.
 *
 * @param what   was looked at
 * @param told   what was found
 * @param remedy how to mend it; empty where nothing is to be mended
 */
public record Diagnosis(Level level, String what, String told, String remedy) {

    /** How it is. */
    public enum Level {
        OK("ok"),
        WRONG("WRONG"),
        /** It works, and what a run checks is not as it should be: for the run to tell, and no reason not to begin one. */
        FOUND("found"),
        /** It is so, and part of what scenarios ask cannot be seen here. */
        CANNOT("cannot");

        private final String word;

        Level(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public Diagnosis {
        Objects.requireNonNull(level);
        Objects.requireNonNull(what);
        Objects.requireNonNull(told);
        Objects.requireNonNull(remedy);
    }

    static Diagnosis ok(String what, String told) {
        return new Diagnosis(Level.OK, what, told, "");
    }

    static Diagnosis wrong(String what, String told, String remedy) {
        return new Diagnosis(Level.WRONG, what, told, remedy);
    }

    static Diagnosis found(String what, String told, String remedy) {
        return new Diagnosis(Level.FOUND, what, told, remedy);
    }

    static Diagnosis cannot(String what, String told) {
        return new Diagnosis(Level.CANNOT, what, told, "");
    }
}
