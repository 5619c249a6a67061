package org.cookieproof.tap;

import io.netty.handler.codec.http.HttpRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import org.cookieproof.http.Endpoint;
import org.cookieproof.http.Scheme;
import org.littleshoot.proxy.HttpFiltersSourceAdapter;
import org.littleshoot.proxy.MitmManager;
import org.littleshoot.proxy.impl.DefaultHttpProxyServer;

/**
 * The recording proxy of one run: forwards to the target's hosts and nowhere else, intercepts TLS with a certificate
 * per host from a CA of the run's own, and verifies TLS towards the target. It speaks HTTP/1.1 on both sides.
 *
 * <p>Both directions pass with the order, case, repetition and octets of their header fields, control bytes included,
 * and without a Via field: servers treat proxied requests differently. Requests lose Proxy-Connection,
 * Proxy-Authorization and any Upgrade on their way to the target, but not in the recording. Folded lines are unfolded;
 * white space around a value is dropped.
 *
 * <p>A body is recorded after transfer decoding, a response's also after gzip or deflate, up to the limit; other
 * content codings are left in place. Where decoding was cut at the limit, the full length is a lower bound.
 *
 * <p>When no response comes, the user agent gets a 502 with a short text and the exchange is recorded with its failure.
 * A CONNECT is recorded only when it fails. When a response breaks off, so does the user agent's connection, and the
 * response is recorded with a truncated body, since its header fields did arrive.
 */
public final class Tap implements AutoCloseable {

    private static final int CONNECT_MILLIS = 10_000;

    private final TapSettings settings;
    private final RunAuthority authority;
    private final Path caPem;
    private final ClientTls upstreamTls;
    private final ClientTls ownTls;
    private final Loops loops = new Loops(Math.max(4, 2 * Runtime.getRuntime().availableProcessors()));
    private final Queue<Listener> idle = new ConcurrentLinkedQueue<>();
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final Set<TapLease> leases = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private Tap(TapSettings settings) {
        this.settings = settings;
        authority = new RunAuthority(Clock.systemUTC().instant());
        caPem = authority.writeTo(settings.directory());
        upstreamTls = new ClientTls(settings.upstreamTrust());
        ownTls = new ClientTls(List.of(authority.certificate()));
    }

    /** Starts a tap; ports are opened when leased. */
    public static Tap start(TapSettings settings) {
        return new Tap(settings);
    }

    /** What user agents must trust. */
    public X509Certificate ca() {
        return authority.certificate();
    }

    /** The same as a PEM file. */
    public Path caPem() {
        return caPem;
    }

    /** Base64 of the SHA-256 of the one public key that all intercepted hosts present (Chromium's SPKI option). */
    public String leafSpkiSha256() {
        return authority.leafSpkiSha256();
    }

    /**
     * A recording of its own, with a port of its own.
     *
     * @param rules applied to every exchange in this order
     */
    public TapLease lease(List<WireRule> rules) {
        return lease("", new ActiveRules(rules), new AtomicInteger());
    }

    TapLease lease(String userAgent, ActiveRules rules, AtomicInteger numbers) {
        if (closed) {
            throw new IllegalStateException("the tap is closed");
        }
        Recorder recorder =
                new Recorder(Clock.systemUTC(), settings.bodyLimit(), settings.bounds(), userAgent, numbers);
        TapLease lease = new TapLease(this, recorder, rules);
        leases.add(lease);
        return lease;
    }

    TapSettings settings() {
        return settings;
    }

    ClientTls ownTls() {
        return ownTls;
    }

    Listener takeListener() {
        Listener free = idle.poll();
        return free == null ? listen() : free;
    }

    void giveBack(Listener drained) {
        idle.add(drained);
    }

    void ended(TapLease lease) {
        leases.remove(lease);
    }

    private Listener listen() {
        Listener listener = new Listener(DefaultHttpProxyServer.bootstrap()
                .withName("tap")
                .withServerGroup(loops.asServerGroup())
                .withAddress(new InetSocketAddress(settings.listen(), 0))
                .withProxyAlias("tap")
                .withTransparent(true)
                .withConnectTimeout(CONNECT_MILLIS)
                // 0 is never: the patience for each exchange is our own, and idle connections end with their lease.
                .withIdleConnectionTimeout(0)
                .withServerResolver(this::resolve)
                .withManInTheMiddle(new Interception())
                .withFiltersSource(new HttpFiltersSourceAdapter())
                .start());
        loops.know(listener);
        listeners.add(listener);
        return listener;
    }

    private InetSocketAddress resolve(String host, int port) throws UnknownHostException {
        Scheme scheme = port == Scheme.HTTPS.defaultPort() ? Scheme.HTTPS : Scheme.HTTP;
        InetSocketAddress address = settings.upstreams().get(new Endpoint(scheme, host));
        if (address == null) {
            throw new UnknownHostException(host);
        }
        return address.isUnresolved()
                ? new InetSocketAddress(InetAddress.getAllByName(address.getHostString())[0], address.getPort())
                : address;
    }

    /** Ends every lease that is still open; a second time does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        leases.forEach(TapLease::close);
        listeners.forEach(Listener::stop);
        loops.awaitTurn();
        loops.shutdownGracefully(0, 5, TimeUnit.SECONDS)
                .awaitUninterruptibly(Duration.ofSeconds(10).toMillis());
    }

    private final class Interception implements MitmManager {
        @Override
        public SSLEngine serverSslEngine(String host, int port) {
            return upstreamTls.engineFor(host, port);
        }

        @Override
        public SSLEngine serverSslEngine() {
            return upstreamTls.engineFor(null, 0);
        }

        @Override
        public SSLEngine clientSslEngineFor(HttpRequest connect, SSLSession ignored) {
            String authorityForm = connect.uri();
            return authority.engineFor(authorityForm.substring(0, authorityForm.lastIndexOf(':')));
        }
    }
}
