package org.cookieproof.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.Scheme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real clients through the tap, each trusting the run's CA in its own way. */
@SuppressWarnings("StringConcatToTextBlock") // octets are meant, and their line ends are CR LF
class TapClientsIT {

    private Bench bench;

    @BeforeEach
    void open() throws Exception {
        bench = Bench.open();
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(Octets.of("unpacked"));
        }
        for (Scheme scheme : Scheme.values()) {
            bench.server(scheme)
                    .on(
                            "/in",
                            "HTTP/1.1 302 Found\r\nLocation: /zipped\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\n"
                                    + "Content-Length: 0\r\n\r\n");
            bench.server(scheme)
                    .on(
                            "/zipped",
                            "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"
                                    + Integer.toHexString(zipped.size()) + "\r\n"
                                    + Octets.latin1(zipped.toByteArray()) + "\r\n0\r\n\r\n");
        }
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    private void assertBothExchangesOf(Scheme scheme) {
        List<Exchange> exchanges = bench.lease.recording().exchanges();
        assertThat(exchanges)
                .extracting(Exchange::summary)
                .containsExactly(
                        "#1 POST " + scheme + "://first.test/in → 302",
                        "#2 GET " + scheme + "://first.test/zipped → 200");
        assertThat(exchanges.get(0).request().body().text()).isEqualTo("user=alice");
        assertThat(exchanges.get(0).answer().orElseThrow().setCookies()).containsExactly("a=1", "b=2");
        assertThat(exchanges.get(1).answer().orElseThrow().body().text()).isEqualTo("unpacked");
    }

    @ParameterizedTest
    @EnumSource
    void okHttp(Scheme scheme) throws Exception {
        SSLContext trusting = RawUserAgent.trusting(bench.tap.ca());
        OkHttpClient client = new OkHttpClient.Builder()
                .proxy(new Proxy(Proxy.Type.HTTP, bench.lease.address()))
                .sslSocketFactory(trusting.getSocketFactory(), trustManager())
                .build();
        Request request = new Request.Builder()
                .url(scheme + "://first.test/in")
                .post(new FormBody.Builder().add("user", "alice").build())
                .build();
        try (Response response = client.newCall(request).execute()) {
            assertThat(response.body().string()).isEqualTo("unpacked");
        }
        assertBothExchangesOf(scheme);
    }

    private X509TrustManager trustManager() throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry("ca", bench.tap.ca());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        return (X509TrustManager) trust.getTrustManagers()[0];
    }

    @ParameterizedTest
    @EnumSource
    void javaNetHttp(Scheme scheme) throws Exception {
        // With its default version, which offers HTTP/2 by ALPN and by Upgrade.
        HttpClient client = HttpClient.newBuilder()
                .proxy(ProxySelector.of(bench.lease.address()))
                .sslContext(RawUserAgent.trusting(bench.tap.ca()))
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        HttpRequest request = HttpRequest.newBuilder(URI.create(scheme + "://first.test/in"))
                .POST(HttpRequest.BodyPublishers.ofString("user=alice"))
                .build();
        HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());

        assertThat(response.statusCode()).isEqualTo(200);
        assertBothExchangesOf(scheme);
    }

    @ParameterizedTest
    @EnumSource
    void curl(Scheme scheme) throws Exception {
        String out = curl("--location", "--compressed", "--data", "user=alice", scheme + "://first.test/in");

        assertThat(out).isEqualTo("unpacked");
        assertBothExchangesOf(scheme);
    }

    @Test
    void curlThroughATunnelToPort80() throws Exception {
        assertThat(curl("--proxytunnel", "http://first.test/x")).isEqualTo("ok");

        assertThat(bench.lease.recording().exchanges())
                .extracting(Exchange::summary)
                .containsExactly("#1 GET http://first.test/x → 200");
    }

    @Test
    void curlKeepsItsConnectionAcrossSteps() throws Exception {
        assertThat(curl("https://first.test/1", "https://first.test/2", "https://other.test/3"))
                .isEqualTo("okokok");

        assertThat(bench.lease.recording().exchanges())
                .extracting(e -> e.url().toString())
                .containsExactly("https://first.test/1", "https://first.test/2", "https://other.test/3");
    }

    private String curl(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "curl",
                "--disable",
                "--silent",
                "--show-error",
                "--max-time",
                "60",
                "--noproxy",
                "",
                "--proxy",
                "http://127.0.0.1:" + bench.lease.address().getPort(),
                "--cacert",
                bench.tap.caPem().toString()));
        command.addAll(List.of(arguments));
        Process curl = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(curl.waitFor(90, TimeUnit.SECONDS)).isTrue();
        assertThat(curl.exitValue()).as(out).isZero();
        return out;
    }
}
