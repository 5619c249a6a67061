package org.cookieproof.tap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cookieproof.http.Body;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.Headers;
import org.cookieproof.http.Request;
import org.cookieproof.http.Scheme;
import org.cookieproof.http.Url;
import org.cookieproof.tap.Rewrite.AddHeader;
import org.cookieproof.tap.Rewrite.DropHeader;
import org.cookieproof.tap.Rewrite.FoldHeader;
import org.cookieproof.tap.When.Occurrence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What rules do beyond the fields of a response, octet by octet. */
@SuppressWarnings("StringConcatToTextBlock") // octets are meant, and their line ends are CR LF
class WireTreatmentTest {

    private static WireRule rule(
            When when, List<Rewrite> request, Optional<StandIn> standIn, Optional<Integer> status, long delayMillis) {
        return new WireRule("r", when, request, standIn, status, List.of(), Duration.ofMillis(delayMillis));
    }

    private static WireRule onRequest(When when, Rewrite... rewrites) {
        return rule(when, List.of(rewrites), Optional.empty(), Optional.empty(), 0);
    }

    private static WireRule answers(StandIn standIn) {
        return rule(When.ALWAYS, List.of(), Optional.of(standIn), Optional.empty(), 0);
    }

    private static WireRule status(int status) {
        return rule(When.ALWAYS, List.of(), Optional.empty(), Optional.of(status), 0);
    }

    @ParameterizedTest
    @EnumSource
    void theTargetSeesTheChangedRequestAndTheRecordingTheOneThatWasSent(Scheme scheme) throws Exception {
        WireRule rule = onRequest(
                When.ALWAYS,
                new FoldHeader("Cookie", "; "),
                new DropHeader("X-Gone", Pattern.compile("")),
                new AddHeader("X-New", "1\u0001"));
        try (Bench bench = Bench.open(rule)) {
            bench.ask(scheme, "/", "Cookie: a=1", "X-Gone: 1", "cookie: b=2");

            assertThat(bench.server(scheme).onlyRequest())
                    .isEqualTo("GET / HTTP/1.1\r\nHost: first.test\r\nCookie: a=1; b=2\r\nConnection: close\r\n"
                            + "X-New: 1\u0001\r\n\r\n");
            assertThat(bench.lease.recording().exchanges().get(0).request().headers())
                    .hasToString(Headers.of(
                                    "Host",
                                    "first.test",
                                    "Cookie",
                                    "a=1",
                                    "X-Gone",
                                    "1",
                                    "cookie",
                                    "b=2",
                                    "Connection",
                                    "close")
                            .toString());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalIsGivenInThePlaceOfTheTarget(Scheme scheme) throws Exception {
        StandIn refusal = new StandIn(403, Headers.of("X-Why", "no", "Set-Cookie", "a=1"), Body.of("no\n"));
        try (Bench bench = Bench.open(answers(refusal))) {
            try (RawUserAgent agent = bench.agent(scheme)) {
                String expected =
                        "HTTP/1.1 403 Forbidden\r\nX-Why: no\r\nSet-Cookie: a=1\r\nContent-Length: 3\r\n\r\nno\n";
                agent.send(Bench.line(scheme, "POST", "/x") + "Host: first.test\r\nContent-Length: 3\r\n\r\nabc");
                assertThat(agent.readHead() + agent.read(3)).isEqualTo(expected);
                agent.send(Bench.line(scheme, "GET", "/y") + "Host: first.test\r\n\r\n");
                assertThat(agent.readHead() + agent.read(3)).isEqualTo(expected);
            }
            assertThat(bench.server(scheme).requests()).isEmpty();
            List<Exchange> exchanges = bench.lease.recording().exchanges();
            assertThat(exchanges).hasSize(2).allSatisfy(e -> {
                assertThat(e.answer().orElseThrow().status()).isEqualTo(403);
                assertThat(e.answer().orElseThrow().body().text()).isEqualTo("no\n");
            });
            assertThat(exchanges.get(0).request().body().text()).isEqualTo("abc");
        }
    }

    @Test
    void aStandInWithoutABodyHasNone() throws Exception {
        try (Bench bench = Bench.open(answers(new StandIn(204, Headers.NONE, Body.EMPTY)))) {
            assertThat(bench.ask(Scheme.HTTP, "/")).isEqualTo("HTTP/1.1 204 No Content\r\n\r\n");
        }
        assertThatThrownBy(() -> new StandIn(204, Headers.NONE, Body.of("x"))).hasMessageContaining("no body");
    }

    static Stream<Arguments> statuses() {
        return Stream.of(
                Arguments.of(
                        "200 OK\r\nX: 1\r\nContent-Length: 2\r\n\r\nok",
                        500,
                        "500 Internal Server Error\r\nX: 1\r\nContent-Length: 2\r\n\r\nok"),
                Arguments.of("200 OK\r\nX: 1\r\nContent-Length: 2\r\n\r\nok", 304, "304 Not Modified\r\nX: 1\r\n\r\n"),
                Arguments.of(
                        "304 Not Modified\r\nETag: 1\r\n\r\n", 200, "200 OK\r\nETag: 1\r\nContent-Length: 0\r\n\r\n"));
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void aStatusIsChangedAndTheMessageStaysWhole(String sent, int status, String received) throws Exception {
        try (Bench bench = Bench.open(status(status))) {
            bench.https.on("/", "HTTP/1.1 " + sent);

            assertThat(bench.ask(Scheme.HTTPS, "/")).isEqualTo("HTTP/1.1 " + received);

            Exchange exchange = bench.lease.recording().exchanges().get(0);
            assertThat(exchange.answer().orElseThrow().status()).isEqualTo(status);
            assertThat(exchange.answer().orElseThrow().body().text())
                    .isEqualTo(received.substring(received.indexOf("\r\n\r\n") + 4));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDelayHoldsBackTheResponseAndLosesNoneOfIt(Scheme scheme) throws Exception {
        String body = "0123456789".repeat(100_000);
        WireRule delay = rule(When.ALWAYS, List.of(), Optional.empty(), Optional.empty(), 300);
        try (Bench bench = Bench.open(delay)) {
            String whole = "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
            bench.server(scheme).on("/", whole);

            assertThat(bench.ask(scheme, "/")).isEqualTo(whole);

            assertThat(bench.lease.recording().exchanges().get(0).took())
                    .isGreaterThanOrEqualTo(Duration.ofMillis(300));
        }
    }

    @Test
    void aResponseThatBreaksOffWhileHeldBackIsCutWhereTheTargetCutIt() throws Exception {
        WireRule delay = rule(When.ALWAYS, List.of(), Optional.empty(), Optional.empty(), 200);
        try (Bench bench = Bench.open(delay)) {
            String cut = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc";
            bench.http.on("/", connection -> {
                connection.send(cut);
                connection.socket().close();
            });
            assertThat(bench.ask(Scheme.HTTP, "/")).isEqualTo(cut);
            assertThat(bench.lease
                            .recording()
                            .exchanges()
                            .get(0)
                            .answer()
                            .orElseThrow()
                            .body()
                            .isTruncated())
                    .isTrue();
        }
    }

    @Test
    void onlyTheOccurrenceThatIsMeantIsChangedAndTheHarnessDoesNotCount() throws Exception {
        When second = new When(List.of(new Condition.Target(Pattern.compile("^/x"))), new Occurrence(2, 2));
        try (Bench bench = Bench.open(new WireRule("r", second, List.of(new AddHeader("X-Hit", "1"))))) {
            assertThat(bench.ask(Scheme.HTTP, "/x")).doesNotContain("X-Hit");
            assertThat(bench.ask(Scheme.HTTP, "/y")).doesNotContain("X-Hit");
            Exchange raw = bench.lease.raw().send("GET", Url.parse("http://first.test/x"), Headers.NONE, Body.EMPTY);
            assertThat(raw.answer().orElseThrow().headers().has("X-Hit")).isFalse();
            assertThat(bench.ask(Scheme.HTTP, "/x?2")).contains("X-Hit");
            assertThat(bench.ask(Scheme.HTTP, "/x")).doesNotContain("X-Hit");
        }
    }

    @Test
    void occurrencesOfResponsesAreThoseForWhichAllConditionsHold() throws Exception {
        When first = new When(List.of(new Condition.Status(Pattern.compile("404"))), new Occurrence(1, 1));
        try (Bench bench = Bench.open(new WireRule("r", first, List.of(new AddHeader("X-Hit", "1"))))) {
            bench.http.on("/gone", "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
            assertThat(bench.ask(Scheme.HTTP, "/")).doesNotContain("X-Hit");
            assertThat(bench.ask(Scheme.HTTP, "/gone")).contains("X-Hit");
            assertThat(bench.ask(Scheme.HTTP, "/gone")).doesNotContain("X-Hit");
        }
    }

    @Test
    void eachConditionIsAskedOfWhatItNames() {
        Request request = new Request(
                "GET",
                Url.parse("https://first.test/w/load.php?x=1"),
                Headers.of("Cookie", "a=1; b=2", "Accept", "image/png"),
                Body.EMPTY);
        Headers response = Headers.of("Content-Type", "text/html; charset=utf-8", "Set-Cookie", "s=1; Path=/");
        Stream.of(
                        new Condition.HostOf(java.util.Set.of("first.test")),
                        Condition.Path.glob("/w/*.php"),
                        Condition.Path.glob("/**"),
                        Condition.Path.glob("/?/load.php"),
                        new Condition.SentCookie(Pattern.compile("b")),
                        new Condition.RequestField(
                                new FieldTest("accept", Optional.of(Pattern.compile("^image")), true)),
                        new Condition.RequestField(new FieldTest("Origin", Optional.empty(), false)),
                        new Condition.SetsCookie(Pattern.compile("s")),
                        new Condition.ResponseField(
                                new FieldTest("content-type", Optional.of(Pattern.compile("html")), true)))
                .forEach(c -> assertThat(new When(c).holds(request, 200, response))
                        .as(c.toString())
                        .isTrue());
        Stream.of(
                        new Condition.HostOf(java.util.Set.of("other.test")),
                        Condition.Path.glob("/*"),
                        Condition.Path.glob("/w/load.ph?x"),
                        Condition.Path.glob("/w/load.php?x=1"),
                        new Condition.SentCookie(Pattern.compile("1")),
                        new Condition.RequestField(new FieldTest("accept", Optional.of(Pattern.compile("html")), true)),
                        new Condition.RequestField(new FieldTest("Accept", Optional.empty(), false)),
                        new Condition.SetsCookie(Pattern.compile("Path")),
                        new Condition.ResponseField(new FieldTest("Location", Optional.empty(), true)))
                .forEach(c -> assertThat(new When(c).holds(request, 200, response))
                        .as(c.toString())
                        .isFalse());
    }

    @Test
    void whatCannotBeDoneIsRefusedWhereTheRuleIsMade() {
        When byStatus = new When(new Condition.Status(Pattern.compile("200")));
        assertThatThrownBy(() -> onRequest(byStatus, new AddHeader("X", "1"))).hasMessageContaining("its response");
        assertThatThrownBy(() -> status(100)).hasMessageContaining("200 to 599");
        assertThatThrownBy(() -> rule(When.ALWAYS, List.of(), Optional.empty(), Optional.empty(), 10_001))
                .hasMessageContaining("10000 ms");
        assertThatThrownBy(() -> new Occurrence(0, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
