package org.cookieproof.farm.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The cookies that a response sets and deletes: the last word for each name and domain, and only that, so no response
 * says two things about one cookie (facts 7.2 shows what happens if it does).
 */
public final class ResponseCookies {

    private final Map<Scope, SetCookie> cookies = new LinkedHashMap<>();
    private final RequestCookies received;
    private final DeletionRule rule;
    private final boolean secure;
    private final Instant now;

    /**
     * @param secure whether the cookies that may be Secure are
     * @param now    what expiry dates count from
     */
    public ResponseCookies(RequestCookies received, DeletionRule rule, boolean secure, Instant now) {
        this.received = received;
        this.rule = rule;
        this.secure = secure;
        this.now = now;
    }

    /** Sets a cookie for the client's session. */
    public void set(CookieSpec spec, String value) {
        put(new SetCookie(spec, value, null));
    }

    /** Sets a cookie that outlives the client's session. */
    public void set(CookieSpec spec, String value, Duration life) {
        put(new SetCookie(spec, value, life));
    }

    /** Deletes a cookie, if the rule wants a line for it. */
    public void delete(CookieSpec spec) {
        if (rule.emits(received.has(spec), cookies.containsKey(Scope.of(spec)))) {
            put(SetCookie.deletion(spec));
        }
    }

    /** Deletes a cookie if the request came with one of its name. */
    public void deleteIfReceived(CookieSpec spec) {
        if (received.has(spec)) {
            put(SetCookie.deletion(spec));
        }
    }

    /** Deletes a cookie whether the client has it or not. */
    public void deleteUnasked(CookieSpec spec) {
        put(SetCookie.deletion(spec));
    }

    /** Takes everything back: the response says nothing about cookies. */
    public void clear() {
        cookies.clear();
    }

    public boolean isEmpty() {
        return cookies.isEmpty();
    }

    /** The values of the Set-Cookie fields, in order. */
    public List<String> lines() {
        return cookies.values().stream().map(c -> c.line(now, secure)).toList();
    }

    private void put(SetCookie cookie) {
        // Removed first, so that it takes its place at the end, where the last word stands.
        cookies.remove(Scope.of(cookie.spec()));
        cookies.put(Scope.of(cookie.spec()), cookie);
    }

    private record Scope(String name, @Nullable String domain) {
        static Scope of(CookieSpec spec) {
            return new Scope(spec.name(), spec.domain());
        }
    }
}
