package org.cookieproof.farm;

import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * Where a farm's accounts, passwords and ids come from: anew each time, or the same each time for one seed, so that a
 * cell can be played again. TLS keys never come from it.
 *
 * @param seed null for other values each time
 */
public record Randomness(@Nullable Long seed) {

    /** The only one whose values follow from the seed alone. */
    private static final String REPEATABLE = "SHA1PRNG";

    /** Other values each time. */
    public static Randomness fresh() {
        return new Randomness(null);
    }

    public static Randomness seeded(long seed) {
        return new Randomness(seed);
    }

    /** A stream of its own for each purpose, so that how often one is drawn from moves no other. */
    SecureRandom of(String purpose) {
        if (seed == null) {
            return new SecureRandom();
        }
        try {
            SecureRandom random = SecureRandom.getInstance(REPEATABLE);
            random.setSeed((seed + " " + purpose).getBytes(StandardCharsets.UTF_8));
            return random;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + REPEATABLE, e);
        }
    }
}
