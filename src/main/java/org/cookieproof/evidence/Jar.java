package org.cookieproof.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cookieproof.http.cookie.SameSite;
import org.jspecify.annotations.Nullable;

/** What the user agent itself says that it holds. */
public sealed interface Jar {

    /** It cannot be read; the model's jar made from the wire stands in where a jar is needed. */
    record Opaque(String reason) implements Jar {
        public Opaque {
            Objects.requireNonNull(reason);
        }
    }

    /**
     * @param complete false when only the cookies of the current page could be listed
     */
    record Known(List<Held> cookies, boolean complete) implements Jar {
        public Known {
            cookies = List.copyOf(cookies);
        }

        public Optional<Held> find(String name, String domain, String path) {
            return cookies.stream()
                    .filter(c -> c.name().equals(name)
                            && c.domain().equals(domain)
                            && c.path().equals(path))
                    .findFirst();
        }
    }

    /**
     * A cookie as told by a user agent, levelled: what an engine does not tell is empty rather than guessed.
     *
     * @param domain without a leading dot
     * @param hostOnly null where the engine does not tell
     */
    record Held(
            String name,
            String value,
            String domain,
            @Nullable Boolean hostOnly,
            String path,
            @Nullable Instant expiry,
            @Nullable Boolean secure,
            @Nullable Boolean httpOnly,
            @Nullable SameSite sameSite) {
        public Held {
            Objects.requireNonNull(name);
            Objects.requireNonNull(value);
            Objects.requireNonNull(domain);
            Objects.requireNonNull(path);
        }
    }
}
