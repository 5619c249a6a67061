package org.cookieproof.passport;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cookieproof.http.Endpoint;
import org.cookieproof.http.Scheme;
import org.cookieproof.http.Url;
import org.cookieproof.tap.Tap;
import org.cookieproof.tap.TapSettings;
import org.cookieproof.target.process.Certificates;

/** A network of scripted hosts behind a tap that knows no others: WireMock, and {@link OctetServer} for one host. */
final class ScriptedNetwork implements AutoCloseable {

    private static final char[] PASSWORD = "passport".toCharArray();
    private static final int HEADER_OCTETS = 1 << 17;

    private final WireMockServer wireMock;
    private final OctetServer octets;
    private final Tap tap;
    private final InstantSource clock;

    private ScriptedNetwork(WireMockServer wireMock, OctetServer octets, Tap tap, InstantSource clock) {
        this.wireMock = wireMock;
        this.octets = octets;
        this.tap = tap;
        this.clock = clock;
    }

    /** @param directory empty; the caller deletes it */
    static ScriptedNetwork start(Path directory, InstantSource clock) throws IOException {
        Certificates certificates = Certificates.forHosts("passport", Hosts.SCRIPTED, clock.instant());
        WireMockServer wireMock = new WireMockServer(WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .dynamicHttpsPort()
                .jettyHeaderRequestSize(HEADER_OCTETS)
                .jettyHeaderResponseSize(HEADER_OCTETS)
                .disableRequestJournal()
                .keystorePath(keyStore(certificates, directory).toString())
                .keystorePassword(new String(PASSWORD))
                .keyManagerPassword(new String(PASSWORD))
                .keystoreType("PKCS12"));
        wireMock.start();
        OctetServer octets = OctetServer.start();
        Map<Endpoint, InetSocketAddress> upstreams = new HashMap<>();
        for (String host : Hosts.SCRIPTED) {
            upstreams.put(new Endpoint(Scheme.HTTP, host), loopback(wireMock.port()));
            upstreams.put(new Endpoint(Scheme.HTTPS, host), loopback(wireMock.httpsPort()));
        }
        upstreams.put(new Endpoint(Scheme.HTTP, Hosts.OCTETS), octets.address());
        Tap tap = Tap.start(new TapSettings(
                upstreams, List.of(certificates.authority()), directory, 1 << 16, Duration.ofMinutes(1)));
        return new ScriptedNetwork(wireMock, octets, tap, clock);
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    private static Path keyStore(Certificates certificates, Path directory) throws IOException {
        Path file = directory.resolve("server.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    "server",
                    certificates.server().getKeyPair().getPrivate(),
                    PASSWORD,
                    certificates.server().getCertificatePathWithRoot());
            store.store(out, PASSWORD);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot keep a key of our own making", e);
        }
        return file;
    }

    Tap tap() {
        return tap;
    }

    /** Forgets all else and answers as these acts have it; what is not scripted is not found. */
    void script(List<Act> acts) {
        wireMock.resetMappings();
        octets.reset();
        // Without content a browser would show an error page of its own, which is of no origin.
        wireMock.stubFor(any(anyUrl())
                .atPriority(10)
                .willReturn(response(Served.page("<p>Nothing here").withStatus(404))));
        acts.forEach(this::script);
    }

    private void script(Act act) {
        if (act instanceof Act.Visit visit) {
            on(visit.from(), visit.start());
            on(visit.to(), visit.served());
        } else if (act instanceof Act.Script page) {
            on(page.page(), page.served());
            on(page.tells(), Served.page(""));
        } else if (act instanceof Act.Chain chain) {
            for (int i = 0; i < chain.hops(); i++) {
                on(chain.hop(i), Served.redirect(302, chain.hop(i + 1).toString()));
            }
            on(chain.to(), Served.page("<p>x"));
        }
    }

    private void on(Url url, Served written) {
        Served served = written.at(clock.instant());
        if (url.host().equals(Hosts.OCTETS)) {
            octets.on(url.target(), served);
        } else {
            wireMock.stubFor(any(urlPathEqualTo(url.target()))
                    .withHost(equalTo(url.host()))
                    .willReturn(response(served)));
        }
    }

    private static ResponseDefinitionBuilder response(Served served) {
        List<HttpHeader> fields = served.headers().fields().stream()
                .map(f -> new HttpHeader(f.name(), f.value()))
                .toList();
        return aResponse()
                .withStatus(served.status())
                .withHeaders(new HttpHeaders(fields))
                .withHeader("Content-Type", "text/html; charset=utf-8")
                .withBody(served.html());
    }

    @Override
    public void close() {
        tap.close();
        octets.close();
        wireMock.stop();
    }
}
