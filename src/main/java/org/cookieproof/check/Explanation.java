package org.cookieproof.check;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.ModelReplay;
import org.cookieproof.http.cookie.CookieDeviation;

/**
 * Which deviation, had the profile declared it, would explain what a user agent did. Each is tried alone beside the
 * declared ones; a replay is made only once something has to be explained.
 */
final class Explanation {

    private final Evidence evidence;
    private final Map<CookieDeviation, ModelReplay> replays = new EnumMap<>(CookieDeviation.class);

    Explanation(Evidence evidence) {
        this.evidence = evidence;
    }

    /** The first undeclared deviation under which the model does as the user agent did. */
    Optional<CookieDeviation> of(Predicate<ModelReplay> sameAsObserved) {
        return Arrays.stream(CookieDeviation.values())
                .filter(deviation -> !evidence.deviations().contains(deviation))
                .filter(deviation -> sameAsObserved.test(with(deviation)))
                .findFirst();
    }

    /** {@code ; declaring 'keeps-expired' would explain it}. */
    static String told(Optional<CookieDeviation> deviation) {
        return deviation
                .map(d -> "; declaring '" + d + "' would explain it")
                .orElse("; no deviation that a profile can declare explains it");
    }

    private ModelReplay with(CookieDeviation deviation) {
        return replays.computeIfAbsent(deviation, d -> {
            Set<CookieDeviation> all = EnumSet.of(d);
            all.addAll(evidence.deviations());
            return ModelReplay.with(evidence, all);
        });
    }
}
