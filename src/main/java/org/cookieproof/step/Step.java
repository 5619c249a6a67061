package org.cookieproof.step;

import java.util.List;
import java.util.Set;
import org.cookieproof.evidence.Finding;

/** A step ready to be played. */
public interface Step {

    /** As a person reads it: {@code log-in as alice at first}. */
    String title();

    /** The user agents that it belongs to, by name: their exchanges meanwhile are its own. */
    default Set<String> players() {
        return Set.of(Cast.FIRST);
    }

    /** Plays it; returns what was not as expected. What could not be observed is thrown, never returned as well. */
    List<Finding> play(Stage stage);
}
