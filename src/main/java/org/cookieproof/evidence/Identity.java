package org.cookieproof.evidence;

import java.util.Objects;

/** Who somebody is taken for. */
public sealed interface Identity {

    /** Signed in under this name. */
    record User(String name) implements Identity {
        public User {
            Objects.requireNonNull(name);
        }

        @Override
        public String toString() {
            return "'" + name + "'";
        }
    }

    /** Signed in as nobody: anonymous. */
    record Nobody() implements Identity {
        @Override
        public String toString() {
            return "nobody";
        }
    }

    /** It could not be told; never taken for either of the others. */
    record Unknown(String reason) implements Identity {
        @Override
        public String toString() {
            return "unknown (" + reason + ")";
        }
    }

    static Identity nobody() {
        return new Nobody();
    }

    static Identity of(String name) {
        return name.isEmpty() ? nobody() : new User(name);
    }

    default boolean isKnown() {
        return !(this instanceof Unknown);
    }
}
