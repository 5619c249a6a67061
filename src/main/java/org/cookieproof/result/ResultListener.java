package org.cookieproof.result;

import org.cookieproof.evidence.CellId;

/** Hears what happens in a run, from the run's own threads, one call at a time. */
public interface ResultListener {

    /** @param atOnce how much is played at once, for people */
    default void runStarted(String atOnce) {}

    default void cellStarted(CellId cell) {}

    default void cellFinished(CellResult result) {}
}
