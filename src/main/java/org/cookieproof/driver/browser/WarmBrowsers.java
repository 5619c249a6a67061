package org.cookieproof.driver.browser;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The browsers that a driver keeps warm, one of each kind. A browser that any session has a share in stays, whatever
 * other kind is asked for; of those that nobody uses only a few stay, since each takes hundreds of megabytes.
 *
 * @param <K> what all that share a browser have in common
 */
public final class WarmBrowsers<K, B extends WarmBrowser> implements AutoCloseable {

    /** Two profiles of one driver often take turns on a worker. */
    private static final int MOST = 2;

    private final Map<K, Kept<B>> kept = new LinkedHashMap<>();

    private static final class Kept<B> {

        final B browser;
        int sessions;

        Kept(B browser) {
            this.browser = browser;
        }
    }

    /** A browser, and the launch to be closed when the session that shares it has ended. */
    public record Share<B>(B browser, SharedLaunch launch) {}

    /**
     * A share in the browser of this kind.
     *
     * @param starter starts one, when none runs or it has died
     */
    public Share<B> share(K kind, Supplier<B> starter) {
        Kept<B> at = kept.remove(kind);
        if (at != null && !at.browser.isAlive()) {
            at.browser.close();
            at = null;
        }
        if (at == null) {
            makeRoom();
            at = new Kept<>(starter.get());
        }
        kept.put(kind, at); // again, as the one used last
        Kept<B> shared = at;
        shared.sessions++;
        return new Share<>(
                shared.browser,
                new SharedLaunch(shared.browser.name(), shared.browser.processes(), () -> shared.sessions--));
    }

    private void makeRoom() {
        Iterator<Kept<B>> longestUnused = kept.values().iterator();
        while (kept.size() >= MOST && longestUnused.hasNext()) {
            Kept<B> candidate = longestUnused.next();
            if (candidate.sessions == 0) {
                longestUnused.remove();
                candidate.browser.close();
            }
        }
    }

    @Override
    public void close() {
        kept.values().forEach(k -> k.browser.close());
        kept.clear();
    }
}
