package org.cookieproof.tap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.groups.Tuple;
import org.cookieproof.http.Body;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.Headers;
import org.cookieproof.http.Scheme;
import org.cookieproof.http.Url;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What lies below the reserved path never reaches the target, and is marked so. */
class OwnAnswerTest {

    private static final OwnAnswer PAGE = new OwnAnswer(
            200, Headers.of("Content-Type", "text/plain", "Set-Cookie", "a=\u00e4; Path=/"), Body.of("hello"));

    private Bench bench;

    @BeforeEach
    void open() throws Exception {
        // A rule for everything: it must not touch what the harness answers.
        bench = Bench.open(new WireRule("all", When.ALWAYS, List.of(new Rewrite.AddHeader("X-Rewritten", "yes"))));
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsOfferedIsGivenByTheTapAndMarkedSo(Scheme scheme) throws Exception {
        Url url = bench.lease.offer(scheme, "first.test", "page", PAGE);
        String answer = bench.ask(scheme, url.target());
        assertThat(answer)
                .startsWith("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nSet-Cookie: a=\u00e4; Path=/\r\n")
                .contains("Cache-Control: no-store", "Content-Length: 5")
                .doesNotContain("X-Rewritten")
                .endsWith("\r\n\r\nhello");
        assertThat(bench.lease.recording().exchanges()).singleElement().satisfies(e -> {
            assertThat(e.answeredByHarness()).isTrue();
            assertThat(e.url()).isEqualTo(url);
            assertThat(e.answer().orElseThrow().setCookies()).containsExactly("a=\u00e4; Path=/");
            assertThat(e.answer().orElseThrow().body().text()).isEqualTo("hello");
        });
        assertThat(bench.lease.recording().withTarget().exchanges()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotOfferedIsNotFoundAndNotForwarded(Scheme scheme) throws Exception {
        assertThat(bench.ask(scheme, "/.cookieproof/7/page"))
                .startsWith("HTTP/1.1 404 ")
                .doesNotContain("X-Rewritten");
        assertThat(bench.lease.recording().exchanges())
                .singleElement()
                .satisfies(e -> assertThat(e.answeredByHarness()).isTrue());
    }

    @Test
    void anOfferIsForOneSchemeAndHostAlone() throws Exception {
        Url url = bench.lease.offer(Scheme.HTTPS, "other.test", "page", PAGE);
        assertThat(bench.ask(Scheme.HTTPS, url.target())).startsWith("HTTP/1.1 404 ");
    }

    @Test
    void aQueryDoesNotHideAnOfferAndAPostIsReadToItsEnd() throws Exception {
        Url url = bench.lease.offer(Scheme.HTTP, "first.test", "page", PAGE);
        try (RawUserAgent agent = bench.agent(Scheme.HTTP)) {
            agent.send(Bench.line(Scheme.HTTP, "POST", url.target() + "?x=1")
                    + "Host: first.test\r\nConnection: close\r\nContent-Length: 3\r\n\r\nabc");
            assertThat(agent.readAll()).startsWith("HTTP/1.1 200 OK").endsWith("hello");
        }
        Exchange exchange = bench.lease.recording().exchanges().get(0);
        assertThat(exchange.request().body().text()).isEqualTo("abc");
    }

    @Test
    void whatOnlyLooksLikeItIsTheTargets() throws Exception {
        bench.ask(Scheme.HTTP, "/a/.cookieproof/1");
        bench.ask(Scheme.HTTP, "/.cookieproofs/1");
        assertThat(bench.lease.recording().exchanges())
                .extracting(Exchange::answeredByHarness)
                .containsExactly(false, false);
    }

    @Test
    void anInterimStatusIsNoAnswer() {
        assertThatThrownBy(() -> new OwnAnswer(101, Headers.NONE, Body.EMPTY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void furtherUserAgentsCountOnInTheSameCellAndBearTheirNames() throws Exception {
        try (TapLease phone = bench.lease.another("phone")) {
            bench.ask(Scheme.HTTP, "/one");
            phone.enter(4, Exchange.Sender.USER_AGENT);
            try (RawUserAgent agent = RawUserAgent.connect(phone.address())) {
                agent.send(Bench.line(Scheme.HTTP, "GET", "/two") + "Host: first.test\r\nConnection: close\r\n\r\n");
                agent.readAll();
            }
            bench.ask(Scheme.HTTP, "/three");
            assertThat(bench.lease.recording().exchanges())
                    .extracting(Exchange::number, Exchange::userAgent, Exchange::step)
                    .containsExactly(Tuple.tuple(1, "", 0), Tuple.tuple(3, "", 0));
            assertThat(phone.recording().exchanges())
                    .extracting(Exchange::number, Exchange::userAgent, Exchange::step)
                    .containsExactly(Tuple.tuple(2, "phone", 4));
        }
    }
}
