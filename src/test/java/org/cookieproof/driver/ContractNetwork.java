package org.cookieproof.driver;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cookieproof.http.Endpoint;
import org.cookieproof.http.Scheme;
import org.cookieproof.tap.Tap;
import org.cookieproof.tap.TapSettings;

/**
 * A network of a few hosts behind a tap that knows no others: one scripted server over http and https for all hosts but
 * {@link #SILENT}, which takes connections and never says a word.
 */
final class ContractNetwork implements AutoCloseable {

    static final String PARENT = "first.test";
    static final String FIRST = "www.first.test";
    static final String SIBLING = "shop.first.test";
    static final String OTHER = "www.other.test";
    static final String BRITISH = "one.co.uk";
    static final String BRITISH_TOO = "two.co.uk";
    static final String LOOKALIKE = "evilfirst.test";
    static final String WIKIPEDIA = "en.wikipedia.test";
    static final String WIKIDATA = "www.wikidata.test";
    static final String SILENT = "silent.test";

    private static final List<String> SCRIPTED =
            List.of(PARENT, FIRST, SIBLING, OTHER, BRITISH, BRITISH_TOO, LOOKALIKE, WIKIPEDIA, WIKIDATA);
    private static final char[] PASSWORD = "contract".toCharArray();

    private final WireMockServer server;
    private final ServerSocket silent;
    private final Tap tap;

    private ContractNetwork(WireMockServer server, ServerSocket silent, Tap tap) {
        this.server = server;
        this.silent = silent;
        this.tap = tap;
    }

    static ContractNetwork start(Path dir) throws Exception {
        X509Bundle ca = newCa("contract CA");
        WireMockServer server = new WireMockServer(WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .dynamicHttpsPort()
                .keystorePath(keyStore(ca, dir).toString())
                .keystorePassword(new String(PASSWORD))
                .keyManagerPassword(new String(PASSWORD))
                .keystoreType("PKCS12"));
        server.start();
        ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Map<Endpoint, InetSocketAddress> upstreams = new HashMap<>();
        for (String host : SCRIPTED) {
            upstreams.put(new Endpoint(Scheme.HTTP, host), loopback(server.port()));
            upstreams.put(new Endpoint(Scheme.HTTPS, host), loopback(server.httpsPort()));
        }
        upstreams.put(new Endpoint(Scheme.HTTP, SILENT), loopback(silent.getLocalPort()));
        Tap tap = Tap.start(
                new TapSettings(upstreams, List.of(ca.getCertificate()), dir, 1 << 20, Duration.ofMinutes(10)));
        return new ContractNetwork(server, silent, tap);
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** A CA that nobody on this network has a certificate from. */
    static X509Bundle newCa(String name) throws Exception {
        return new CertificateBuilder()
                .subject("CN=" + name)
                .ecp256()
                .setIsCertificateAuthority(true)
                .setKeyUsage(true, CertificateBuilder.KeyUsage.keyCertSign, CertificateBuilder.KeyUsage.cRLSign)
                .buildSelfSigned();
    }

    static Path writePem(X509Bundle ca, Path dir, String name) throws Exception {
        return Files.writeString(dir.resolve(name), ca.getCertificatePEM());
    }

    private static Path keyStore(X509Bundle ca, Path dir) throws Exception {
        CertificateBuilder named =
                new CertificateBuilder().subject("CN=" + FIRST).ecp256();
        SCRIPTED.forEach(named::addSanDnsName);
        X509Bundle leaf = named.addExtendedKeyUsageServerAuth().buildIssuedBy(ca);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("leaf", leaf.getKeyPair().getPrivate(), PASSWORD, leaf.getCertificatePathWithRoot());
        Path file = dir.resolve("server.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD);
        }
        return file;
    }

    WireMockServer server() {
        return server;
    }

    Tap tap() {
        return tap;
    }

    @Override
    public void close() throws IOException {
        tap.close();
        silent.close();
        server.stop();
    }
}
