package org.cookieproof.farm;

import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.cookieproof.farm.site.Wiki;
import org.cookieproof.farm.site.Wikis;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The embedded session service: a farm of wikis with one login, on two loopback ports. Sites are told apart by the Host
 * field, so clients reach it through a proxy or a resolver that leads {@code en.wikipedia.test:443} to the TLS port.
 * Everything is in memory and gone on {@link #close()}.
 */
public final class Farm implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int MAX_THREADS = 64;

    private final Server server;
    private final ServerConnector http;
    private final ServerConnector https;
    private final X509Certificate authority;
    private final Foundation base;
    private final Mechanisms mechanisms;
    private final FarmHandler handler;

    private Farm(FarmSettings settings) {
        List<String> hosts = Stream.concat(Wikis.all().stream().map(Wiki::host), Stream.of(Wikis.FOREIGN_HOST))
                .toList();
        // Beside all else: keys and certificates take half of the time that a first start takes.
        CompletableFuture<TlsIdentity> identity =
                CompletableFuture.supplyAsync(() -> TlsIdentity.forHosts(hosts, new SecureRandom()));
        base = Foundation.of(settings);
        mechanisms = settings.mechanisms();
        handler = new FarmHandler(base, Assembly.of(base, settings.version(), mechanisms));
        QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS);
        threads.setName("farm");
        threads.setDaemon(true);
        server = new Server(threads);
        server.setHandler(handler);
        http = connector(settings.httpPort(), new HttpConnectionFactory(configuration()));
        HttpConfiguration secure = configuration();
        // Without its SNI checks: sites are told apart by Host alone, and raw clients may send no SNI.
        secure.addCustomizer(new SecureRequestCustomizer(false));
        HttpConnectionFactory inner = new HttpConnectionFactory(secure);
        https = connector(
                settings.httpsPort(), new SslConnectionFactory(tls(identity.join()), inner.getProtocol()), inner);
        authority = identity.join().authority();
    }

    /**
     * Starts a farm; when this returns, it answers.
     *
     * @throws IllegalStateException when it cannot start, as when a port is taken
     */
    public static Farm start(FarmSettings settings) {
        Farm farm = new Farm(settings);
        try {
            farm.server.start();
        } catch (Exception e) {
            farm.close();
            throw new IllegalStateException("the farm does not start: " + e.getMessage(), e);
        }
        return farm;
    }

    /** The loopback port for plain HTTP. */
    public int httpPort() {
        return http.getLocalPort();
    }

    /** The loopback port for TLS. */
    public int httpsPort() {
        return https.getLocalPort();
    }

    /** The authority that has signed the farm's certificate. */
    public X509Certificate certificateAuthority() {
        return authority;
    }

    /** All accounts, in the order of their user ids, which count from 1. */
    public List<Account> accounts() {
        return base.accounts().all().stream()
                .map(account -> new Account(account.name(), base.accounts().passwordOf(account)))
                .toList();
    }

    /** Goes on with other settings; accounts, sessions, pages and injected mechanisms stay. */
    public void switchTo(Version version) {
        handler.switchTo(Assembly.of(base, version, mechanisms));
    }

    /** What can be done to it while it runs. */
    public FarmControls controls() {
        return new FarmControls(base);
    }

    /** Stops answering and forgets everything. */
    @Override
    public void close() {
        controls().mendAll();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the farm does not stop", e);
        }
    }

    private ServerConnector connector(int port, ConnectionFactory... protocols) {
        ServerConnector connector = new ServerConnector(server, 1, 1, protocols);
        connector.setHost(LOOPBACK);
        connector.setPort(port);
        server.addConnector(connector);
        return connector;
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setSendDateHeader(false);
        // The farm reads the raw target itself, so "//" or "%2F" in a title mean nothing special, and are let through.
        configuration.setUriCompliance(UriCompliance.UNSAFE);
        return configuration;
    }

    private static SslContextFactory.Server tls(TlsIdentity identity) {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setKeyStore(identity.keyStore());
        tls.setKeyStorePassword(TlsIdentity.KEY_STORE_PASSWORD);
        return tls;
    }
}
