package org.cookieproof.http.cookie;

import static org.cookieproof.http.cookie.CookieDeviation.BLOCKS_THIRD_PARTY;
import static org.cookieproof.http.cookie.CookieDeviation.EXPIRES_BEATS_MAX_AGE;
import static org.cookieproof.http.cookie.CookieDeviation.IGNORES_MAX_AGE;
import static org.cookieproof.http.cookie.CookieDeviation.IGNORES_PARTITIONED;
import static org.cookieproof.http.cookie.CookieDeviation.IGNORES_SAME_SITE;
import static org.cookieproof.http.cookie.CookieDeviation.LEAKS_HOST_ONLY;
import static org.cookieproof.http.cookie.CookieDeviation.NONE_IS_STRICT;
import static org.cookieproof.http.cookie.CookieDeviation.PATH_IS_PREFIX;
import static org.cookieproof.http.cookie.CookieDeviation.UNSPECIFIED_IS_NONE;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** RFC 6265bis as one user agent reads it: the rules that both storing and sending ask, with its deviations. */
record Policy(Set<CookieDeviation> deviations) {

    /** Without any deviation. */
    static final Policy STANDARD = new Policy(Set.of());

    Policy {
        deviations = Set.copyOf(deviations);
    }

    boolean has(CookieDeviation deviation) {
        return deviations.contains(deviation);
    }

    boolean partitions() {
        return !has(IGNORES_PARTITIONED);
    }

    /** §5.7 step 6. */
    Optional<Instant> expiry(SetCookieLine line, Instant received) {
        if (has(IGNORES_MAX_AGE)) {
            return line.expiryByExpires(received);
        }
        return has(EXPIRES_BEATS_MAX_AGE)
                ? line.expiryByExpires(received).or(() -> line.expiryByMaxAge(received))
                : line.expiryAt(received);
    }

    /** The flag that is stored (§5.7 step 17). */
    SameSite sameSite(SetCookieLine line) {
        boolean empty = line.raw("SameSite").orElse("").isEmpty();
        return switch (line.sameSite()) {
            case NONE -> has(NONE_IS_STRICT) ? SameSite.STRICT : SameSite.NONE;
            case UNSPECIFIED -> has(NONE_IS_STRICT) && !empty ? SameSite.STRICT : SameSite.UNSPECIFIED;
            case STRICT -> SameSite.STRICT;
            case LAX -> SameSite.LAX;
        };
    }

    /** What a stored flag means; without a deviation an unspecified one is Lax (§5.6.7.1). */
    SameSite effective(SameSite stored) {
        if (has(IGNORES_SAME_SITE)) {
            return SameSite.NONE;
        }
        if (stored != SameSite.UNSPECIFIED) {
            return stored;
        }
        return has(UNSPECIFIED_IS_NONE) ? SameSite.NONE : SameSite.LAX;
    }

    boolean blocks(Cookie cookie, CookieContext context) {
        return has(BLOCKS_THIRD_PARTY) && context.isThirdParty() && !cookie.isPartitioned();
    }

    boolean hostMatch(String host, Cookie cookie) {
        return (cookie.hostOnly() && !has(LEAKS_HOST_ONLY))
                ? host.equals(cookie.domain())
                : CookieMatching.domainMatch(host, cookie.domain());
    }

    boolean pathMatch(String requestPath, String cookiePath) {
        return has(PATH_IS_PREFIX)
                ? requestPath.startsWith(cookiePath)
                : CookieMatching.pathMatch(requestPath, cookiePath);
    }

    static String spelled(SameSite sameSite) {
        return sameSite == SameSite.UNSPECIFIED
                ? "without SameSite"
                : "SameSite="
                        + sameSite.name().charAt(0)
                        + sameSite.name().substring(1).toLowerCase(Locale.ROOT);
    }
}
