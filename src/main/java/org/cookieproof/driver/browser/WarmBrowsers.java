package org.cookieproof.driver.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The browsers that a driver keeps warm. One that any session has a share in stays, whatever other kind is asked for;
 * of those that nobody uses only a few stay, since each takes hundreds of megabytes.
 *
 * @param <K> what all that share a browser have in common
 */
public final class WarmBrowsers<K, B extends WarmBrowser> implements AutoCloseable {

    /** Two profiles of one driver often take turns on a worker. */
    private static final int MOST = 2;

    /** The one used last at the end. */
    private final List<Kept<K, B>> kept = new ArrayList<>();

    private static final class Kept<K, B extends WarmBrowser> {

        final K kind;
        final B browser;
        int sessions;

        Kept(K kind, B browser) {
            this.kind = kind;
            this.browser = browser;
        }

        boolean canServe(K wanted) {
            return kind.equals(wanted) && browser.isFresh() && (sessions == 0 || browser.servesSeveral());
        }
    }

    /** A browser, and the launch to be closed when the session that shares it has ended. */
    public record Share<B>(B browser, SharedLaunch launch) {}

    /**
     * A share in a browser of this kind.
     *
     * @param starter starts one, when none runs that can serve another session
     */
    public Share<B> share(K kind, Supplier<B> starter) {
        List<Kept<K, B>> stale = kept.stream()
                .filter(k -> k.sessions == 0 && !k.browser.isFresh())
                .toList();
        stale.forEach(this::end);
        Optional<Kept<K, B>> found = kept.stream().filter(k -> k.canServe(kind)).findFirst();
        Kept<K, B> at = found.orElseGet(() -> start(kind, starter));
        kept.remove(at);
        kept.add(at);
        at.sessions++;
        return new Share<>(
                at.browser, new SharedLaunch(at.browser.name(), at.browser.processes(), () -> at.sessions--));
    }

    private Kept<K, B> start(K kind, Supplier<B> starter) {
        List<Kept<K, B>> unused = kept.stream().filter(k -> k.sessions == 0).toList();
        unused.stream().limit(Math.max(0, kept.size() - MOST + 1)).forEach(this::end);
        return new Kept<>(kind, starter.get());
    }

    private void end(Kept<K, B> at) {
        kept.remove(at);
        at.browser.close();
    }

    @Override
    public void close() {
        List.copyOf(kept).forEach(this::end);
    }
}
