package org.cookieproof.evidence;

/** How a finding weighs. */
public enum Severity {
    /** Fails the cell. */
    ERROR,
    /** Stands in the report; the cell passes. */
    WARNING;

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
