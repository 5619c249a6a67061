package org.cookieproof.tap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.groups.Tuple;
import org.cookieproof.http.Body;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.Exchange.Sender;
import org.cookieproof.http.Headers;
import org.cookieproof.http.Scheme;
import org.cookieproof.http.Url;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TapLeaseTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private Bench bench;

    @BeforeEach
    void open() throws Exception {
        bench = Bench.open();
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    private static void getOn(RawUserAgent agent, Scheme scheme, String path) throws IOException {
        agent.send(Bench.line(scheme, "GET", path) + "Host: first.test\r\n\r\n");
        assertThat(agent.readHead() + agent.read(2)).isEqualTo(RawServer.OK);
    }

    @ParameterizedTest
    @EnumSource
    void exchangesCarryTheStepAndSenderOfTheirMomentEvenOnOneConnection(Scheme scheme) throws Exception {
        try (RawUserAgent agent = bench.agent(scheme)) {
            getOn(agent, scheme, "/before");
            bench.lease.enter(1, Sender.USER_AGENT);
            getOn(agent, scheme, "/one");
            bench.lease.leave();
            getOn(agent, scheme, "/late");
            bench.lease.enter(2, Sender.PROBE);
            getOn(agent, scheme, "/two");
        }
        assertThat(bench.lease.recording().exchanges())
                .extracting(e -> e.url().path(), Exchange::step, Exchange::sender, Exchange::late, Exchange::number)
                .containsExactly(
                        Tuple.tuple("/before", 0, Sender.USER_AGENT, false, 1),
                        Tuple.tuple("/one", 1, Sender.USER_AGENT, false, 2),
                        Tuple.tuple("/late", 1, Sender.USER_AGENT, true, 3),
                        Tuple.tuple("/two", 2, Sender.PROBE, false, 4));
    }

    @Test
    void itCanBeWaitedForThatSomethingMoreBegins() throws Exception {
        long begun = bench.lease.begun();
        assertThat(bench.lease.awaitBegun(begun, Duration.ZERO))
                .as("nothing has")
                .isFalse();
        try (RawUserAgent agent = bench.agent(Scheme.HTTP)) {
            getOn(agent, Scheme.HTTP, "/one");
        }
        assertThat(bench.lease.awaitBegun(begun, LONG)).isTrue();
        assertThat(bench.lease.awaitBegun(bench.lease.begun(), Duration.ZERO))
                .as("no more")
                .isFalse();
    }

    @Test
    void anExchangeKeepsTheStepInWhichItStarted() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        bench.http.on("/", connection -> {
            asked.countDown();
            awaitQuietly(answer);
            connection.send(RawServer.OK);
        });
        bench.lease.enter(1, Sender.USER_AGENT);
        try (RawUserAgent agent = bench.agent(Scheme.HTTP)) {
            agent.send("GET http://first.test/ HTTP/1.1\r\nHost: first.test\r\n\r\n");
            awaitQuietly(asked);
            bench.lease.leave();
            bench.lease.enter(2, Sender.PROBE);
            answer.countDown();
            agent.readHead();
        }
        Exchange exchange = bench.lease.recording().exchanges().get(0);
        assertThat(exchange.step()).isEqualTo(1);
        assertThat(exchange.late()).isFalse();
        assertThat(exchange.sender()).isEqualTo(Sender.USER_AGENT);
    }

    /** No page goes to work on an answer that only the harness has asked for. */
    @Test
    void whatOnlyTheHarnessAsksIsNothingThatHasBegun() {
        Url url = Url.parse("http://first.test/");
        bench.http.on("/", connection -> connection.send(RawServer.OK));
        bench.lease.raw().send("GET", url, Headers.NONE, Body.EMPTY);
        bench.lease.aside(url, this::ask);
        assertThat(bench.lease.recording().exchanges()).hasSize(2);
        assertThat(bench.lease.begun()).isZero();
        bench.lease.aside(url.resolve("/other"), this::ask);
        ask();
        assertThat(bench.lease.begun()).isEqualTo(2);
    }

    private String ask() {
        try {
            return bench.ask(Scheme.HTTP, "/");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void itIsQuietOnlyWhenNothingIsInFlight() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        bench.http.on("/", connection -> {
            asked.countDown();
            awaitQuietly(answer);
            connection.send(RawServer.OK);
        });
        assertThat(bench.lease.awaitQuiet(Duration.ofMillis(1), LONG)).isTrue();
        try (RawUserAgent agent = bench.agent(Scheme.HTTP)) {
            agent.send("GET http://first.test/ HTTP/1.1\r\nHost: first.test\r\n\r\n");
            awaitQuietly(asked);
            assertThat(bench.lease.awaitQuiet(Duration.ofMillis(1), Duration.ofMillis(50)))
                    .isFalse();
            answer.countDown();
            assertThat(bench.lease.awaitQuiet(Duration.ofMillis(1), LONG)).isTrue();
            assertThat(bench.lease.recording().exchanges().get(0).answer()).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONNECT foreign.test:443 HTTP/1.1\r\nHost: foreign.test\r\n\r\n",
                "CONNECT foreign.test:80 HTTP/1.1\r\nHost: foreign.test\r\n\r\n",
                "GET http://foreign.test/ HTTP/1.1\r\nHost: foreign.test\r\n\r\n",
                "POST http://foreign.test/ HTTP/1.1\r\nHost: first.test\r\nContent-Length: 3\r\n\r\nabc",
            })
    void otherHostsAreRefusedAndNotRecorded(String request) throws Exception {
        try (RawUserAgent agent = RawUserAgent.connect(bench.lease.address())) {
            agent.send(request);
            assertThat(agent.readAll()).startsWith("HTTP/1.1 403 ");
        }
        assertThat(bench.lease.refusals()).containsExactly("foreign.test");
        assertThat(bench.lease.recording().exchanges()).isEmpty();
    }

    @Test
    void itListensWhereItIsToldTo() throws Exception {
        InetAddress address = InetAddress.getByName("127.0.0.2");
        try (Bench elsewhere = Bench.with(settings -> settings.listeningOn(address))) {
            elsewhere.http.on("/", connection -> connection.send(RawServer.OK));
            assertThat(elsewhere.lease.address().getAddress()).isEqualTo(address);
            assertThat(elsewhere.ask(Scheme.HTTP, "/")).startsWith("HTTP/1.1 200 ");
        }
        assertThat(bench.lease.address().getAddress().isLoopbackAddress()).isTrue();
        assertThat(bench.lease.address().getAddress()).isNotEqualTo(address);
    }

    @Test
    void otherPortsAndSchemesOfTheTargetsHostsAreRefused() throws Exception {
        for (String target : List.of("CONNECT first.test:8443", "CONNECT other.test:80", "GET http://first.test:81/")) {
            try (RawUserAgent agent = RawUserAgent.connect(bench.lease.address())) {
                agent.send(target + " HTTP/1.1\r\nHost: first.test\r\n\r\n");
                assertThat(agent.readAll()).startsWith("HTTP/1.1 403 ");
            }
        }
        assertThat(bench.lease.refusals()).containsExactly("first.test:8443", "other.test", "first.test:81");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: first.test\r\n\r\n",
                "GET https://first.test/ HTTP/1.1\r\nHost: first.test\r\n\r\n",
                "CONNECT first.test HTTP/1.1\r\nHost: first.test\r\n\r\n"
            })
    void whatIsNotAProxyRequestIsABadRequest(String request) throws Exception {
        try (RawUserAgent agent = RawUserAgent.connect(bench.lease.address())) {
            agent.send(request);
            assertThat(agent.readAll()).startsWith("HTTP/1.1 400 ");
        }
        assertThat(bench.lease.recording().exchanges()).isEmpty();
    }

    @Test
    void aTunnelLeadsToItsOwnHostOnly() throws Exception {
        try (RawUserAgent agent = bench.agent(Scheme.HTTPS)) {
            agent.send("GET https://other.test/ HTTP/1.1\r\nHost: other.test\r\n\r\n");
            assertThat(agent.readAll()).startsWith("HTTP/1.1 400 ");
        }
        assertThat(bench.https.requests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aClosedLeaseClosesItsConnectionsAndItsPortServesTheNextCell(Scheme scheme) throws Exception {
        try (RawUserAgent busy = bench.agent(scheme);
                RawUserAgent idle = RawUserAgent.connect(bench.lease.address())) {
            getOn(busy, scheme, "/first-cell");

            bench.lease.close();

            assertThat(busy.readAll()).isEmpty();
            assertThat(idle.readAll()).isEmpty();
            try (TapLease next = bench.tap.lease(List.of())) {
                assertThat(next.address()).isEqualTo(bench.lease.address());
                // What the old cell's user agent still writes goes nowhere.
                assertThatThrownBy(() -> {
                            while (true) {
                                idle.send("GET http://first.test/stray HTTP/1.1\r\nHost: first.test\r\n\r\n");
                            }
                        })
                        .isInstanceOf(IOException.class);
                try (RawUserAgent agent = RawUserAgent.connect(next.address())) {
                    getOn(agent, Scheme.HTTP, "/second-cell");
                }
                assertThat(next.recording().exchanges())
                        .extracting(e -> e.url().path())
                        .containsExactly("/second-cell");
            }
        }
        assertThat(bench.lease.recording().exchanges())
                .extracting(e -> e.url().path())
                .containsExactly("/first-cell");
        assertThat(bench.http.requests()).noneMatch(request -> request.contains("/stray"));
    }

    @Test
    void aLeaseClosedInTheMiddleOfAnExchangeSaysSo() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        bench.http.on("/", connection -> {
            asked.countDown();
            awaitQuietly(never);
        });
        try (RawUserAgent agent = bench.agent(Scheme.HTTP)) {
            agent.send("GET http://first.test/ HTTP/1.1\r\nHost: first.test\r\n\r\n");
            awaitQuietly(asked);
            bench.lease.close();
            assertThat(agent.readAll()).isEmpty();
        } finally {
            never.countDown();
        }
        assertThat(bench.lease.recording().exchanges().get(0).failure())
                .isEqualTo("the user agent did not wait for the answer: the cell was over");
    }

    @Test
    void nothingCanBeAskedAfterTheEnd() {
        bench.lease.close();
        assertThatThrownBy(() -> bench.lease.raw()).isInstanceOf(IllegalStateException.class);
        bench.tap.close();
        assertThatThrownBy(() -> bench.tap.lease(List.of())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void cellsInParallelRecordTheirOwnExchangesAndNoOthers() throws Exception {
        int cells = 8;
        int rounds = 3;
        ExecutorService threads = Executors.newFixedThreadPool(cells);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < cells; i++) {
                int cell = i;
                running.add(threads.submit(() -> {
                    for (int round = 0; round < rounds; round++) {
                        playCell("/cell-" + cell + "-" + round);
                    }
                    return null;
                }));
            }
            for (Future<?> cell : running) {
                cell.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(bench.lease.recording().exchanges()).isEmpty();
    }

    private void playCell(String path) throws Exception {
        try (TapLease cell = bench.tap.lease(List.of());
                RawUserAgent plain = RawUserAgent.connect(cell.address());
                RawUserAgent secure = RawUserAgent.tunnel(cell.address(), "other.test", bench.tap.ca())) {
            List<String> expected = new ArrayList<>();
            for (int step = 1; step <= 10; step++) {
                cell.enter(step, Sender.USER_AGENT);
                getOn(plain, Scheme.HTTP, path + "?" + step);
                getOn(secure, Scheme.HTTPS, path + "?" + step);
                expected.add(step + " http://first.test" + path + "?" + step);
                expected.add(step + " https://other.test" + path + "?" + step);
            }
            assertThat(cell.recording().exchanges())
                    .extracting(e -> e.step() + " " + e.url())
                    .isEqualTo(expected);
        }
    }

    @Test
    void onlyTheCertificateIsWritten() throws Exception {
        assertThat(Files.readString(bench.tap.caPem()))
                .startsWith("-----BEGIN CERTIFICATE-----")
                .doesNotContain("PRIVATE");
        try (var files = Files.list(bench.tap.caPem().getParent())) {
            assertThat(files).containsExactly(bench.tap.caPem());
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
