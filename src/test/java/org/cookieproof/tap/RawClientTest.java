package org.cookieproof.tap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.cookieproof.http.Body;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.Exchange.Sender;
import org.cookieproof.http.Headers;
import org.cookieproof.http.Scheme;
import org.cookieproof.http.Url;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@SuppressWarnings("StringConcatToTextBlock") // octets are meant, and their line ends are CR LF
class RawClientTest {

    private static Url url(Scheme scheme, String target) {
        return Url.of(scheme, "first.test", target);
    }

    @ParameterizedTest
    @EnumSource
    void headersAreSentJustAsTheyAreGiven(Scheme scheme) throws Exception {
        try (Bench bench = Bench.open()) {
            Headers headers = Headers.of("cookie", "a=1; b=\"\u0001\u00e9\"", "X", "y", "Cookie", "c=3");

            Exchange exchange = bench.lease.raw().send("GET", url(scheme, "/p?q"), headers, Body.EMPTY);

            assertThat(bench.server(scheme).onlyRequest())
                    .isEqualTo("GET /p?q HTTP/1.1\r\nHost: first.test\r\ncookie: a=1; b=\"\u0001\u00e9\"\r\nX: y\r\n"
                            + "Cookie: c=3\r\n\r\n");
            assertThat(exchange.request().headers().values("Cookie")).containsExactly("a=1; b=\"\u0001\u00e9\"", "c=3");
            assertThat(exchange.answer().orElseThrow().body().text()).isEqualTo("ok");
            assertThat(exchange).isEqualTo(bench.lease.recording().exchanges().get(0));
        }
    }

    @ParameterizedTest
    @EnumSource
    void bodiesGetALengthAndRedirectsAreNotFollowed(Scheme scheme) throws Exception {
        try (Bench bench = Bench.open()) {
            bench.server(scheme).on("/", "HTTP/1.1 302 Found\r\nLocation: /next\r\nContent-Length: 0\r\n\r\n");

            Exchange exchange =
                    bench.lease.raw().send("POST", url(scheme, "/"), Headers.of("Host", "x"), Body.of("a=1"));

            assertThat(bench.server(scheme).onlyRequest())
                    .isEqualTo("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\na=1");
            assertThat(exchange.answer().orElseThrow().status()).isEqualTo(302);
        }
    }

    @Test
    void itIsTheHarnessWhateverTheUserAgentDoes() throws Exception {
        try (Bench bench = Bench.open()) {
            bench.lease.enter(3, Sender.PROBE);
            bench.lease.leave();

            Exchange exchange = bench.lease.raw().send("GET", url(Scheme.HTTP, "/"), Headers.NONE, Body.EMPTY);

            assertThat(exchange.sender()).isEqualTo(Sender.HARNESS);
            assertThat(exchange.step()).isEqualTo(3);
            assertThat(exchange.late()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFailureIsReturnedAsRecorded(Scheme scheme) throws Exception {
        try (Bench bench = Bench.open()) {
            bench.server(scheme).close();

            Exchange exchange = bench.lease.raw().send("GET", url(scheme, "/"), Headers.NONE, Body.EMPTY);

            assertThat(exchange.failure()).containsIgnoringCase("connection refused");
        }
    }

    @Test
    void itDoesNotWaitForever() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (Bench bench = Bench.patientFor(Duration.ofSeconds(1))) {
            bench.https.on("/", connection -> {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });

            Exchange exchange = bench.lease.raw().send("GET", url(Scheme.HTTPS, "/"), Headers.NONE, Body.EMPTY);

            assertThat(exchange.failure()).isEqualTo("not over within PT1S");
        } finally {
            never.countDown();
        }
    }

    @Test
    void whatCannotBeSentIsAnError() throws Exception {
        try (Bench bench = Bench.open()) {
            RawClient raw = bench.lease.raw();
            for (Scheme scheme : List.of(Scheme.HTTP, Scheme.HTTPS)) {
                assertThatThrownBy(() -> raw.send("GET", Url.of(scheme, "foreign.test", "/"), Headers.NONE, Body.EMPTY))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("foreign.test");
            }
            assertThatThrownBy(() -> raw.send("GET", url(Scheme.HTTP, "/"), Headers.of("X", "a\r\nY: b"), Body.EMPTY))
                    .isInstanceOf(IllegalArgumentException.class);
            bench.lease.close();
            assertThatThrownBy(() -> raw.send("GET", url(Scheme.HTTP, "/"), Headers.NONE, Body.EMPTY))
                    .isInstanceOf(IllegalStateException.class);
        }
    }
}
