package org.cookieproof.http.cookie;

import java.util.Optional;
import org.cookieproof.http.cookie.Outcome.Refused;

/** The promises that a cookie's name makes about its attributes (RFC 6265bis §4.1.3). */
final class CookiePrefix {

    static final String SECURE = "__Secure-";
    static final String HOST = "__Host-";

    private CookiePrefix() {}

    /** RFC 6265bis §5.7 steps 20–22, which compare without regard to case. */
    static Optional<Refused> refusal(SetCookieLine line, Cookie cookie) {
        if (begins(cookie.name(), SECURE) && !cookie.secure()) {
            return Optional.of(new Refused("__Secure- without Secure", "RFC 6265bis §5.7 step 20"));
        }
        if (begins(cookie.name(), HOST) && !keepsHost(line, cookie)) {
            return Optional.of(
                    new Refused("__Host- needs Secure, an explicit Path=/ and no Domain", "RFC 6265bis §5.7 step 21"));
        }
        if (cookie.name().isEmpty() && (begins(cookie.value(), SECURE) || begins(cookie.value(), HOST))) {
            return Optional.of(
                    new Refused("a nameless cookie whose value poses as a prefixed name", "RFC 6265bis §5.7 step 22"));
        }
        return Optional.empty();
    }

    private static boolean keepsHost(SetCookieLine line, Cookie cookie) {
        return cookie.secure()
                && cookie.hostOnly()
                && line.raw("Path").isPresent()
                && cookie.path().equals("/");
    }

    private static boolean begins(String text, String prefix) {
        return text.regionMatches(true, 0, prefix, 0, prefix.length());
    }
}
