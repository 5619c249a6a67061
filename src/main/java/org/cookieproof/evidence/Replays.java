package org.cookieproof.evidence;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.cookieproof.http.cookie.CookieDeviation;

/**
 * The model's replays of one recording, by what the model deviates in: a dozen checks ask for the same two, and each
 * costs as much as a check. Belongs to one thread.
 */
public final class Replays {

    private final Map<Set<CookieDeviation>, ModelReplay> played = new HashMap<>();

    ModelReplay of(Set<CookieDeviation> deviations, Supplier<ModelReplay> play) {
        ModelReplay replay = played.get(deviations);
        if (replay == null) {
            replay = play.get();
            played.put(deviations, replay);
        }
        return replay;
    }
}
