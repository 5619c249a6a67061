package org.cookieproof.result;

import org.cookieproof.evidence.CellId;

/** Hears what happens in a run, from the run's own threads, one call at a time. */
public interface ResultListener {

    default void cellStarted(CellId cell) {}

    default void cellFinished(CellResult result) {}
}
