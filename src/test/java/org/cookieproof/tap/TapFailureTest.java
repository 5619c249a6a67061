package org.cookieproof.tap;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.pkitesting.X509Bundle;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.cookieproof.http.Endpoint;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.Scheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("StringConcatToTextBlock") // octets are meant, and their line ends are CR LF
class TapFailureTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    private Path directory;

    private Exchange failed(TapLease lease) {
        assertThat(lease.awaitQuiet(Duration.ZERO, LONG)).isTrue();
        List<Exchange> exchanges = lease.recording().exchanges();
        assertThat(exchanges).hasSize(1);
        assertThat(exchanges.get(0).answer()).isEmpty();
        return exchanges.get(0);
    }

    /** What a tap in front of this address makes of a CONNECT to {@code first.test}. */
    private Exchange refusedTunnel(InetSocketAddress upstream, X509Bundle trusted) throws Exception {
        TapSettings settings = new TapSettings(
                Map.of(new Endpoint(Scheme.HTTPS, "first.test"), upstream),
                List.of(trusted.getCertificate()),
                directory,
                Bench.BODY_LIMIT);
        try (Tap tap = Tap.start(settings);
                TapLease lease = tap.lease(List.of());
                RawUserAgent agent = RawUserAgent.connect(lease.address())) {
            agent.send("CONNECT first.test:443 HTTP/1.1\r\nHost: first.test:443\r\nUser-Agent: x\r\n\r\n");
            assertThat(agent.readAll()).startsWith("HTTP/1.1 502 ").contains("The tap got no answer: ");
            return failed(lease);
        }
    }

    private static InetSocketAddress nobodyListensAt() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return (InetSocketAddress) taken.getLocalSocketAddress();
        }
    }

    @Test
    void aRefusedConnectionIsAFailureOfHttp() throws Exception {
        TapSettings settings = new TapSettings(
                Map.of(new Endpoint(Scheme.HTTP, "first.test"), nobodyListensAt()),
                List.of(),
                directory,
                Bench.BODY_LIMIT);
        try (Tap tap = Tap.start(settings);
                TapLease lease = tap.lease(List.of());
                RawUserAgent agent = RawUserAgent.connect(lease.address())) {
            agent.send("POST http://first.test/x HTTP/1.1\r\nHost: first.test\r\nContent-Length: 3\r\n\r\nabc");
            assertThat(agent.readAll()).startsWith("HTTP/1.1 502 ").contains("refused");
            assertThat(failed(lease).failure()).containsIgnoringCase("connection refused");
            assertThat(failed(lease).request().method()).isEqualTo("POST");
        }
    }

    @Test
    void aRefusedConnectionIsAFailureOfConnect() throws Exception {
        Exchange exchange = refusedTunnel(nobodyListensAt(), RawServer.authority("target"));

        assertThat(exchange.failure()).containsIgnoringCase("connection refused");
        assertThat(exchange.request().method()).isEqualTo("CONNECT");
        assertThat(exchange.url()).hasToString("https://first.test/");
        assertThat(exchange.request().headers().values("User-Agent")).containsExactly("x");
    }

    @Test
    void aCertificateOfAnUnknownAuthorityIsAFailure() throws Exception {
        X509Bundle authority = RawServer.authority("target");
        try (RawServer server = RawServer.tls(RawServer.certificate(authority, "first.test"))) {
            assertThat(refusedTunnel(server.address(), RawServer.authority("stranger"))
                            .failure())
                    .contains("certification path");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void aCertificateForAnotherHostIsAFailure() throws Exception {
        X509Bundle authority = RawServer.authority("target");
        try (RawServer server = RawServer.tls(RawServer.certificate(authority, "other.test", "localhost"))) {
            assertThat(refusedTunnel(server.address(), authority).failure()).contains("first.test");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void aServerThatSpeaksNoTlsIsAFailure() throws Exception {
        try (RawServer server = RawServer.plain()) {
            assertThat(refusedTunnel(server.address(), RawServer.authority("target"))
                            .failure())
                    .isNotBlank();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aConnectionClosedWithoutAnAnswerIsAFailure(Scheme scheme) throws Exception {
        try (Bench bench = Bench.open()) {
            bench.server(scheme).on("/", connection -> connection.socket().close());

            assertThat(bench.ask(scheme, "/")).startsWith("HTTP/1.1 502 ").contains("before any response");

            assertThat(failed(bench.lease).failure()).contains("the target closed the connection");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"this is not HTTP\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n"})
    void nonsenseIsAFailure(String octets) throws Exception {
        try (Bench bench = Bench.open()) {
            bench.https.on("/", octets);

            assertThat(bench.ask(Scheme.HTTPS, "/")).startsWith("HTTP/1.1 502 ");

            assertThat(failed(bench.lease).failure()).contains("not HTTP/1.1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 100\r\n\r\nabc", "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n"})
    void aResponseThatBreaksOffIsCutForTheUserAgentToo(String rest) throws Exception {
        try (Bench bench = Bench.open()) {
            String cut = "HTTP/1.1 200 OK\r\nSet-Cookie: a=1\r\n" + rest;
            bench.https.on("/", connection -> {
                connection.send(cut);
                connection.socket().close();
            });

            assertThat(bench.ask(Scheme.HTTPS, "/")).isEqualTo(cut);

            Exchange exchange = bench.lease.recording().exchanges().get(0);
            assertThat(exchange.answer().orElseThrow().setCookies()).containsExactly("a=1");
            assertThat(exchange.answer().orElseThrow().body().text()).isEqualTo("abc");
            assertThat(exchange.answer().orElseThrow().body().isTruncated()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatNeverAnswersIsGivenUp(Scheme scheme) throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (Bench bench = Bench.patientFor(Duration.ofSeconds(2))) {
            bench.server(scheme).on("/", connection -> await(never));

            assertThat(bench.ask(scheme, "/")).startsWith("HTTP/1.1 502 ").contains("not over within PT2S");

            assertThat(failed(bench.lease).failure()).isEqualTo("not over within PT2S");
        } finally {
            never.countDown();
        }
    }

    @Test
    void anEndlessBodyIsCutInTimeAndInMemory() throws Exception {
        try (Bench bench = Bench.patientFor(Duration.ofSeconds(2))) {
            bench.http.on("/", connection -> {
                connection.send("HTTP/1.1 200 OK\r\n\r\n");
                byte[] more = new byte[10_000];
                while (true) {
                    connection.out().write(more);
                }
            });

            try (RawUserAgent agent = bench.agent(Scheme.HTTP)) {
                agent.send("GET http://first.test/ HTTP/1.1\r\nHost: first.test\r\n\r\n");
                byte[] read = new byte[100_000];
                while (agent.in().read(read) >= 0) {
                    // until the tap ends it
                }
            }

            Exchange exchange = bench.lease.recording().exchanges().get(0);
            assertThat(exchange.answer().orElseThrow().body().bytes()).hasSize(Bench.BODY_LIMIT);
            assertThat(exchange.answer().orElseThrow().body().isTruncated()).isTrue();
            assertThat(exchange.took()).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
        }
    }

    @Test
    void anUnreadableRequestIsRecordedWithItsFailure() throws Exception {
        try (Bench bench = Bench.open()) {
            try (RawUserAgent agent = bench.agent(Scheme.HTTPS)) {
                agent.send("GET /big HTTP/1.1\r\nHost: first.test\r\nCookie: " + "x".repeat(1 << 20) + "\r\n\r\n");
                assertThat(agent.readAll()).startsWith("HTTP/1.1 400 ");
            }
            assertThat(failed(bench.lease).failure()).startsWith("unreadable request");
            assertThat(failed(bench.lease).url()).hasToString("https://first.test/big");
            assertThat(bench.https.requests()).isEmpty();
        }
    }

    @Test
    void aUserAgentThatLeavesIsSaidToHaveLeft() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch left = new CountDownLatch(1);
        try (Bench bench = Bench.open()) {
            bench.http.on("/", connection -> {
                asked.countDown();
                await(left);
            });
            try (RawUserAgent agent = bench.agent(Scheme.HTTP)) {
                agent.send("GET http://first.test/ HTTP/1.1\r\nHost: first.test\r\n\r\n");
                await(asked);
                assertThat(bench.lease.awaitQuiet(Duration.ZERO, Duration.ofMillis(50)))
                        .isFalse();
                assertThat(bench.lease.recording().exchanges().get(0).failure())
                        .isEqualTo("the user agent did not wait for the answer yet");
            }
            assertThat(failed(bench.lease).failure())
                    .contains("the user agent did not wait for the answer: it closed the connection");
        } finally {
            left.countDown();
        }
    }

    @Test
    void aConnectionKeptAliveTooLongEndsAsItWouldWithoutATap() throws Exception {
        try (Bench bench = Bench.open()) {
            bench.http.on("/", connection -> {
                connection.send(RawServer.OK);
                Octets.head(connection.in());
                connection.socket().close();
            });
            try (RawUserAgent agent = bench.agent(Scheme.HTTP)) {
                String request = "GET http://first.test/ HTTP/1.1\r\nHost: first.test\r\n\r\n";
                agent.send(request);
                assertThat(agent.readHead() + agent.read(2)).isEqualTo(RawServer.OK);
                agent.send(request);
                assertThat(agent.readAll()).isEmpty();
            }
            assertThat(bench.lease.recording().exchanges().get(1).failure()).contains("kept alive until then");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
