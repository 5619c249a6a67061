package org.cookieproof.http.cookie;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A cookie as a user agent stores it (RFC 6265bis §5.7).
 *
 * @param domain   without a leading dot, lower case
 * @param hostOnly true when no Domain attribute was given
 * @param expiry   null for a session cookie
 * @param partition the top-level site below which a Partitioned cookie lives, such as {@code https://first.test}
 *     (draft-cutler-httpbis-partitioned-cookies-01); null for any other cookie
 */
public record Cookie(
        String name,
        String value,
        String domain,
        boolean hostOnly,
        String path,
        @Nullable Instant expiry,
        boolean secure,
        boolean httpOnly,
        SameSite sameSite,
        Instant created,
        @Nullable String partition) {

    public Cookie {
        Objects.requireNonNull(name);
        Objects.requireNonNull(value);
        Objects.requireNonNull(domain);
        Objects.requireNonNull(path);
        Objects.requireNonNull(sameSite);
        Objects.requireNonNull(created);
    }

    /** A cookie that is not partitioned. */
    public Cookie(
            String name,
            String value,
            String domain,
            boolean hostOnly,
            String path,
            @Nullable Instant expiry,
            boolean secure,
            boolean httpOnly,
            SameSite sameSite,
            Instant created) {
        this(name, value, domain, hostOnly, path, expiry, secure, httpOnly, sameSite, created, null);
    }

    /** What makes two cookies the same cookie to a jar (RFC 6265bis §5.7 step 23, and the partition). */
    public record Key(
            String name,
            String domain,
            boolean hostOnly,
            String path,
            @Nullable String partition) {

        public Key(String name, String domain, boolean hostOnly, String path) {
            this(name, domain, hostOnly, path, null);
        }

        @Override
        public String toString() {
            String scope = name + " " + (hostOnly ? domain : "." + domain) + path;
            return partition == null ? scope : scope + " in " + partition;
        }
    }

    public Key key() {
        return new Key(name, domain, hostOnly, path, partition);
    }

    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiry);
    }

    public boolean isPersistent() {
        return expiry != null;
    }

    /**
     * Whether its expiry has passed (RFC 6265bis §5.7). The instant of expiry itself counts as passed, as it does in
     * Chromium and Firefox.
     */
    public boolean isExpiredAt(Instant now) {
        return expiry != null && !expiry.isAfter(now);
    }

    public boolean isPartitioned() {
        return partition != null;
    }

    Cookie withCreated(Instant newCreated) {
        return new Cookie(
                name, value, domain, hostOnly, path, expiry, secure, httpOnly, sameSite, newCreated, partition);
    }
}
