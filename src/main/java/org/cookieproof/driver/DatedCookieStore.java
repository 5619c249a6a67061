package org.cookieproof.driver;

import java.net.CookieStore;
import java.net.HttpCookie;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.cookieproof.evidence.Jar;
import org.jspecify.annotations.Nullable;

/** The JDK's own store; all that is added is when each cookie came, which {@link HttpCookie} knows but does not tell. */
public final class DatedCookieStore implements CookieStore {

    private final CookieStore store;
    private final InstantSource clock;
    private final Map<HttpCookie, Instant> stored = Collections.synchronizedMap(new WeakHashMap<>());

    public DatedCookieStore(CookieStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What it holds now. */
    public Jar jar() {
        return new Jar.Known(getCookies().stream().map(this::held).toList(), true);
    }

    private Jar.Held held(HttpCookie cookie) {
        String domain = cookie.getDomain() == null ? "" : cookie.getDomain();
        return new Jar.Held(
                cookie.getName(),
                cookie.getValue(),
                domain.startsWith(".") ? domain.substring(1) : domain,
                null, // it writes the host into the domain, and then no longer knows who gave it
                cookie.getPath() == null ? "" : cookie.getPath(),
                expiry(cookie),
                cookie.getSecure(),
                cookie.isHttpOnly(),
                null);
    }

    private @Nullable Instant expiry(HttpCookie cookie) {
        Instant since = stored.get(cookie);
        return cookie.getMaxAge() < 0 || since == null ? null : since.plusSeconds(cookie.getMaxAge());
    }

    @Override
    public void add(@Nullable URI uri, HttpCookie cookie) {
        // remove first: cookies are equal by name, domain and path, and the old key would stay
        stored.remove(cookie);
        stored.put(cookie, clock.instant());
        store.add(uri, cookie);
    }

    @Override
    public List<HttpCookie> get(URI uri) {
        return store.get(uri);
    }

    @Override
    public List<HttpCookie> getCookies() {
        return store.getCookies();
    }

    @Override
    public List<URI> getURIs() {
        return store.getURIs();
    }

    @Override
    public boolean remove(@Nullable URI uri, HttpCookie cookie) {
        stored.remove(cookie);
        return store.remove(uri, cookie);
    }

    @Override
    public boolean removeAll() {
        stored.clear();
        return store.removeAll();
    }
}
