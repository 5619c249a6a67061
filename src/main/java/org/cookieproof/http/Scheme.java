package org.cookieproof.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The URI scheme an exchange went over (RFC 9110 §4.2). */
public enum Scheme {
    HTTP(80),
    HTTPS(443);

    private final int defaultPort;

    Scheme(int defaultPort) {
        this.defaultPort = defaultPort;
    }

    public int defaultPort() {
        return defaultPort;
    }

    /** As it stands in a URL: {@code http} or {@code https}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads {@code http} or {@code https}, whatever the case.
     *
     * @throws IllegalArgumentException for any other scheme
     */
    public static Scheme of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }

    /** The same for words that users write, where any other is their mistake. */
    public static Optional<Scheme> named(String wireName) {
        return Arrays.stream(values())
                .filter(s -> s.wireName().equals(wireName))
                .findFirst();
    }

    @Override
    public String toString() {
        return wireName();
    }
}
