package org.cookieproof.tap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.littleshoot.proxy.HttpProxyServer;

/** One listening port, leased to one cell after the other. */
final class Listener {

    private static final Duration DRAINING = Duration.ofSeconds(10);

    private final HttpProxyServer server;
    private volatile @Nullable Cable cable;

    Listener(HttpProxyServer server) {
        this.server = server;
    }

    InetSocketAddress address() {
        return server.getListenAddress();
    }

    @Nullable
    Cable cable() {
        return cable;
    }

    void join(Cable joined) {
        cable = joined;
    }

    /** Ends every connection of the cell, and lets it make no more. */
    void cut() {
        Cable last = cable;
        if (last != null) {
            last.cut(DRAINING);
        }
    }

    /** Ends every connection of the cell, those included that the kernel has taken but nobody has accepted yet. */
    void drain() {
        Cable last = cable;
        cable = null;
        if (last != null) {
            last.cut(DRAINING);
        }
        // Connections are accepted in the order in which they came: when the tap has closed this one, all that came
        // before it have been accepted, and closed as well.
        try (Socket fence = new Socket()) {
            int millis = Math.toIntExact(DRAINING.toMillis());
            fence.connect(address(), millis);
            fence.setSoTimeout(millis);
            if (fence.getInputStream().read() >= 0) {
                throw new IllegalStateException("a listener without a cell answered");
            }
        } catch (SocketException reset) {
            // Closed by the tap, only less politely.
        } catch (IOException e) {
            throw new UncheckedIOException("cannot drain " + address(), e);
        }
    }

    void stop() {
        server.abort();
    }
}
