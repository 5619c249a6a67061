package org.cookieproof.evidence;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a cookie is for; scenarios say these words and never a cookie's name. */
public enum CookieCategory {
    /** Whoever holds it may be taken for the user. */
    SESSION_BEARING,
    /** Outlives the browser session in order to sign the user in again. */
    REMEMBER,
    /** Belongs to the sign-in that several sites share. */
    CENTRAL,
    /** Names the user, but is worth nothing alone. */
    IDENTITY,
    /** Prefills a form; stays after a logout by design. */
    HINT,
    /** Carries one step of a chain to the next, once. */
    HAND_OFF,
    /** Steers scheme, cache or data centre; says nothing of the user. */
    PREFERENCE;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<CookieCategory> named(String wireName) {
        return Arrays.stream(values())
                .filter(c -> c.wireName().equals(wireName))
                .findFirst();
    }

    @Override
    public String toString() {
        return wireName();
    }
}
