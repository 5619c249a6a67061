package org.cookieproof.evidence;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a site is to the others; scenarios name roles, never hosts. */
public enum Role {
    /** Where a person starts. */
    FIRST,
    /** Shares its registrable domain with {@link #FIRST}. */
    SIBLING,
    /** Lies on another registrable domain. */
    OTHER,
    /** An apex host that is a site itself, above another. */
    PARENT,
    /** The central login host. */
    CENTRAL,
    /** A canary that must never see a credential. */
    FOREIGN;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> named(String wireName) {
        return Arrays.stream(values())
                .filter(r -> r.wireName().equals(wireName))
                .findFirst();
    }

    @Override
    public String toString() {
        return wireName();
    }
}
