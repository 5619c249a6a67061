package org.cookieproof.tap;

/**
 * What one cell may cost the harness, whatever the target sends. Where a bound is met no further request of the cell is
 * let through, and {@link TapLease#excess()} says why.
 *
 * @param passedBody octets of one response's body that reach the user agent, counted as sent and as decoded from gzip
 *                   or deflate, whichever is more; it is cut off there
 * @param keptBodies octets of all bodies of a cell that are recorded; later ones are
 *                   recorded as cut, and that is all
 * @param keptHeads  characters of all header fields of a cell that are recorded
 * @param exchanges  of one cell
 */
public record Bounds(long passedBody, long keptBodies, long keptHeads, int exchanges) {

    /** A hundred times what our own scenarios need, and little beside a browser. */
    public static final Bounds USUAL = new Bounds(64L << 20, 64L << 20, 32L << 20, 5000);

    public Bounds {
        if (passedBody < 1 || keptBodies < 0 || keptHeads < 0 || exchanges < 1) {
            throw new IllegalArgumentException("bounds must be positive");
        }
    }
}
