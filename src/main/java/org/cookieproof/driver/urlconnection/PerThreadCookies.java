package org.cookieproof.driver.urlconnection;

import java.io.IOException;
import java.net.CookieHandler;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code HttpURLConnection} asks the one handler of the whole virtual machine, on the thread that uses the connection.
 * This one has a handler for each thread that says so, so that cells beside each other have each their own cookies.
 */
final class PerThreadCookies extends CookieHandler {

    private static final ThreadLocal<CookieHandler> OF_THREAD = new ThreadLocal<>();
    private final @Nullable CookieHandler ofOthers;

    private PerThreadCookies(@Nullable CookieHandler ofOthers) {
        this.ofOthers = ofOthers;
    }

    /** The one of this virtual machine; what was there before goes on for all other threads. */
    static synchronized PerThreadCookies installed() {
        if (CookieHandler.getDefault() instanceof PerThreadCookies ours) {
            return ours;
        }
        PerThreadCookies made = new PerThreadCookies(CookieHandler.getDefault());
        CookieHandler.setDefault(made);
        return made;
    }

    /** From now on, the handler of the thread that calls this. */
    void use(CookieHandler handler) {
        OF_THREAD.set(handler);
    }

    private @Nullable CookieHandler here() {
        CookieHandler own = OF_THREAD.get();
        return own == null ? ofOthers : own;
    }

    @Override
    public Map<String, List<String>> get(URI uri, Map<String, List<String>> requestHeaders) throws IOException {
        CookieHandler handler = here();
        return handler == null ? Map.of() : handler.get(uri, requestHeaders);
    }

    @Override
    public void put(URI uri, Map<String, List<String>> responseHeaders) throws IOException {
        CookieHandler handler = here();
        if (handler != null) {
            handler.put(uri, responseHeaders);
        }
    }
}
