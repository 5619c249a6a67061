package org.cookieproof.result;

import java.util.Objects;

/**
 * What the cells of a run, or of a part of it, say about an entry of known issues.
 *
 * @param expired  whether its last day was over when it was held against the cells
 * @param happened in at least one cell
 * @param absent   whether a cell that it is about came to its end without it
 */
public record KnownTold(KnownBites.Entry entry, boolean expired, boolean happened, boolean absent) {

    public KnownTold {
        Objects.requireNonNull(entry);
    }

    /** What they say together with the cells of another part. */
    public KnownTold and(KnownTold other) {
        return new KnownTold(entry, expired || other.expired, happened || other.happened, absent || other.absent);
    }

    boolean hasExpired() {
        return expired && (happened || absent);
    }

    boolean hasVanished() {
        return absent && !happened;
    }
}
