package org.cookieproof.driver.okhttp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import org.cookieproof.evidence.Jar;
import org.cookieproof.http.cookie.SameSite;

/**
 * A jar for OkHttp as RFC 6265bis wants it, so far as OkHttp lets it: OkHttp itself parses the lines and matches domain
 * and path, and tells neither who asked for a request nor of cookies without a name. SameSite cannot be enforced so, and
 * is not looked at.
 */
final class RfcCookieJar implements CookieJar, TellingJar {

    /** RFC 6265bis §5.5: user agents limit the lifetime to 400 days. */
    private static final Duration LONGEST_LIFE = Duration.ofDays(400);

    /** RFC 6265bis §5.6: the name and the value together, in octets. */
    private static final int LARGEST_PAIR = 4096;

    /** RFC 6265bis §5.8.3: longer paths first, then the older cookie. */
    private static final Comparator<Stored> SENDING_ORDER =
            Comparator.comparingInt((Stored s) -> -s.cookie().path().length()).thenComparing(Stored::created);

    /** A cookie and when one of its identity was first stored. */
    record Stored(Cookie cookie, Instant created) {
        Key key() {
            return new Key(cookie.name(), cookie.domain(), cookie.hostOnly(), cookie.path());
        }
    }

    private record Key(String name, String domain, boolean hostOnly, String path) {}

    private final InstantSource clock;
    private final CookieFile file;
    private final Map<Key, Stored> stored = new LinkedHashMap<>();

    RfcCookieJar(InstantSource clock, CookieFile file) {
        this.clock = clock;
        this.file = file;
        file.read().forEach(s -> stored.put(s.key(), s));
    }

    @Override
    public synchronized void saveFromResponse(HttpUrl url, List<Cookie> cookies) {
        boolean persistentTouched = false;
        for (Cookie cookie : cookies) {
            if (isAcceptable(url, cookie)) {
                persistentTouched |= store(cookie);
            }
        }
        if (persistentTouched) {
            save();
        }
    }

    /** Returns whether what is on disk is no longer true. */
    private boolean store(Cookie cookie) {
        Instant now = clock.instant();
        Stored candidate = new Stored(capped(cookie, now), now);
        Stored old = stored.get(candidate.key());
        if (isExpired(cookie, now)) {
            stored.remove(candidate.key());
        } else {
            // RFC 6265bis §5.7 step 23: a replaced cookie keeps its creation time, and with it its place.
            stored.put(candidate.key(), old == null ? candidate : new Stored(candidate.cookie(), old.created()));
        }
        return cookie.persistent() || (old != null && old.cookie().persistent());
    }

    private boolean isAcceptable(HttpUrl url, Cookie cookie) {
        if (cookie.name().getBytes(UTF_8).length + cookie.value().getBytes(UTF_8).length > LARGEST_PAIR) {
            return false;
        }
        if (cookie.secure() && !url.isHttps()) {
            return false; // §5.7 step 13
        }
        if (!url.isHttps() && wouldOverlaySecure(cookie)) {
            return false; // §5.7 step 16
        }
        return keepsItsPrefix(cookie);
    }

    private boolean wouldOverlaySecure(Cookie cookie) {
        return stored.values().stream()
                .map(Stored::cookie)
                .filter(c -> c.secure() && c.name().equals(cookie.name()))
                .filter(c -> isWithin(c.domain(), cookie.domain()) || isWithin(cookie.domain(), c.domain()))
                .anyMatch(c -> pathMatches(cookie.path(), c.path()));
    }

    private static boolean isWithin(String host, String domain) {
        return host.equals(domain) || host.endsWith("." + domain);
    }

    /** RFC 6265bis §5.1.4. */
    private static boolean pathMatches(String path, String cookiePath) {
        return path.equals(cookiePath)
                || (path.startsWith(cookiePath)
                        && (cookiePath.endsWith("/") || path.charAt(cookiePath.length()) == '/'));
    }

    /** RFC 6265bis §5.7 steps 20 to 22, whatever the case of the prefix. */
    private static boolean keepsItsPrefix(Cookie cookie) {
        String name = cookie.name().toLowerCase(Locale.ROOT);
        if (name.startsWith("__host-")) {
            return cookie.secure() && cookie.hostOnly() && cookie.path().equals("/");
        }
        return !name.startsWith("__secure-") || cookie.secure();
    }

    private static Cookie capped(Cookie cookie, Instant now) {
        long latest = now.plus(LONGEST_LIFE).toEpochMilli();
        return cookie.persistent() && cookie.expiresAt() > latest
                ? cookie.newBuilder().expiresAt(latest).build()
                : cookie;
    }

    private static boolean isExpired(Cookie cookie, Instant now) {
        return cookie.persistent() && cookie.expiresAt() <= now.toEpochMilli();
    }

    private boolean dropExpired() {
        Instant now = clock.instant();
        return stored.values().removeIf(s -> isExpired(s.cookie(), now));
    }

    private void save() {
        file.write(stored.values().stream().filter(s -> s.cookie().persistent()).toList());
    }

    @Override
    public synchronized List<Cookie> loadForRequest(HttpUrl url) {
        if (dropExpired()) {
            save();
        }
        return stored.values().stream()
                .filter(s -> s.cookie().matches(url))
                .sorted(SENDING_ORDER)
                .map(Stored::cookie)
                .toList();
    }

    /** All that has not expired. */
    synchronized List<Cookie> cookies() {
        dropExpired();
        return stored.values().stream().map(Stored::cookie).toList();
    }

    @Override
    public CookieJar forOkHttp() {
        return this;
    }

    @Override
    public Jar tell() {
        return new Jar.Known(cookies().stream().map(RfcCookieJar::held).toList(), true);
    }

    private static Jar.Held held(Cookie cookie) {
        return new Jar.Held(
                cookie.name(),
                cookie.value(),
                cookie.domain(),
                cookie.hostOnly(),
                cookie.path(),
                cookie.persistent() ? Instant.ofEpochMilli(cookie.expiresAt()) : null,
                cookie.secure(),
                cookie.httpOnly(),
                sameSite(cookie));
    }

    private static SameSite sameSite(Cookie cookie) {
        String said = cookie.sameSite();
        return switch (said == null ? "" : said.toLowerCase(Locale.ROOT)) {
            case "strict" -> SameSite.STRICT;
            case "lax" -> SameSite.LAX;
            case "none" -> SameSite.NONE;
            default -> SameSite.UNSPECIFIED;
        };
    }
}
