package org.cookieproof.farm.wire;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A Set-Cookie line, spelled as PHP 8 does: {@code expires}, {@code Max-Age}, {@code path}, {@code domain},
 * {@code secure}, {@code HttpOnly}, {@code SameSite}, in this order and case.
 *
 * @param life null for a session cookie, zero for a deletion
 */
record SetCookie(CookieSpec spec, String value, @Nullable Duration life) {

    /** What PHP writes as the value of a deletion. */
    static final String DELETED = "deleted";

    static SetCookie deletion(CookieSpec spec) {
        return new SetCookie(spec, DELETED, Duration.ZERO);
    }

    String line(Instant now, boolean secure) {
        StringBuilder line = new StringBuilder(spec.name()).append('=').append(Percent.encode(value));
        if (life != null) {
            // PHP deletes by the second after the epoch, not by "now", so that slow clocks delete too.
            Instant end = life.isZero() ? Instant.ofEpochSecond(1) : now.plus(life);
            line.append("; expires=")
                    .append(HttpDate.format(end))
                    .append("; Max-Age=")
                    .append(life.toSeconds());
        }
        line.append("; path=/");
        if (spec.domain() != null) {
            line.append("; domain=").append(spec.domain());
        }
        boolean asSecure = secure && spec.security() != CookieSpec.Security.NEVER_SECURE;
        if (asSecure) {
            line.append("; secure");
        }
        if (spec.httpOnly()) {
            line.append("; HttpOnly");
        }
        if (asSecure && spec.security() == CookieSpec.Security.CROSS_SITE) {
            line.append("; SameSite=None");
        }
        return line.toString();
    }
}
