package org.cookieproof.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A cookie engine: the binary or the library release that parses Set-Cookie. Profiles that differ in settings, or in what
 * stands around one library, share it.
 *
 * @param name as people call it
 * @param of   what it comes in, as its origin names it
 */
public record CookieParser(String name, Origin origin, String of) {

    /** Our own, which models play. It is no engine of the field, and is not counted as one. */
    public static final CookieParser OURS = new CookieParser("RFC 6265bis jar", Origin.MODEL, "this repository");

    /** Where it comes from. */
    public enum Origin {
        /** A Debian package, by its name. */
        DEBIAN,
        /** An artifact of Maven Central, {@code group:artifact}; a dependency of ours. */
        MAVEN,
        /** A module of the Java that runs us. */
        JAVA,
        /** A package of npm, {@code name@version}, fetched at first use. */
        NPM,
        /** This repository. */
        MODEL;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        static List<String> wireNames() {
            return Arrays.stream(values()).map(Origin::wireName).toList();
        }
    }

    public CookieParser {
        Objects.requireNonNull(name);
        Objects.requireNonNull(origin);
        Objects.requireNonNull(of);
    }
}
