package org.cookieproof.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.HeaderField;
import org.cookieproof.http.Response;
import org.cookieproof.http.Scheme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("StringConcatToTextBlock") // octets are meant, and their line ends are CR LF
class TapRecordingTest {

    private Bench bench;

    @BeforeEach
    void open() throws Exception {
        bench = Bench.open();
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    private Exchange onlyExchange() {
        List<Exchange> exchanges = bench.lease.recording().exchanges();
        assertThat(exchanges).hasSize(1);
        return exchanges.get(0);
    }

    private Response onlyResponse() {
        return onlyExchange().answer().orElseThrow();
    }

    private static List<String> lines(String head) {
        return head.lines().skip(1).takeWhile(line -> !line.isEmpty()).toList();
    }

    private static List<String> lines(List<HeaderField> fields) {
        return fields.stream().map(HeaderField::toString).toList();
    }

    @ParameterizedTest
    @EnumSource
    void orderCaseAndRepetitionOfRequestFieldsSurvive(Scheme scheme) throws Exception {
        bench.ask(scheme, "/a?b=c|d", "x-One: 1", "Cookie: a=1", "X-TWO: 2", "cookie: b=2; c=\"3\"", "X-oNE: 4");

        String received = bench.server(scheme).onlyRequest();
        assertThat(received).startsWith("GET /a?b=c|d HTTP/1.1\r\n");
        assertThat(lines(received))
                .containsExactly(
                        "Host: first.test",
                        "x-One: 1",
                        "Cookie: a=1",
                        "X-TWO: 2",
                        "cookie: b=2; c=\"3\"",
                        "X-oNE: 4",
                        "Connection: close");
        assertThat(onlyExchange().url()).hasToString(scheme + "://first.test/a?b=c|d");
        assertThat(lines(onlyExchange().request().headers().fields())).isEqualTo(lines(received));
    }

    @ParameterizedTest
    @EnumSource
    void orderCaseAndRepetitionOfResponseFieldsSurvive(Scheme scheme) throws Exception {
        String response = "HTTP/1.1 299 Odd reason\r\nX-b: 1\r\nset-cookie: a=1; Path=/\r\nSET-COOKIE: b=2\r\n"
                + "X-A: 2\r\nSet-Cookie: a=3; expires=Thu, 01 Jan 1970 00:00:00 GMT\r\nx-B: 3\r\n"
                + "Content-Length: 3\r\n\r\nyes";
        bench.server(scheme).on("/", response);

        assertThat(bench.ask(scheme, "/")).isEqualTo(response);

        assertThat(onlyResponse().status()).isEqualTo(299);
        assertThat(onlyResponse().reason()).isEqualTo("Odd reason");
        assertThat(lines(onlyResponse().headers().fields())).isEqualTo(lines(response));
        assertThat(onlyResponse().setCookies())
                .containsExactly("a=1; Path=/", "b=2", "a=3; expires=Thu, 01 Jan 1970 00:00:00 GMT");
        assertThat(onlyResponse().body().text()).isEqualTo("yes");
    }

    @ParameterizedTest
    @EnumSource
    void controlBytesAndUtf8InValuesPassBothWays(Scheme scheme) throws Exception {
        String value = "v=\u0001x\u0000y\u007fz\tt \u00c3\u00a9\u00ff";
        String response = "HTTP/1.1 200 OK\r\nSet-Cookie: " + value + "\r\nContent-Length: 0\r\n\r\n";
        bench.server(scheme).on("/", response);

        assertThat(bench.ask(scheme, "/", "Cookie: " + value)).isEqualTo(response);

        assertThat(bench.server(scheme).onlyRequest()).contains("\r\nCookie: " + value + "\r\n");
        assertThat(onlyExchange().request().headers().values("Cookie")).containsExactly(value);
        assertThat(onlyResponse().setCookies()).containsExactly(value);
    }

    @ParameterizedTest
    @EnumSource
    void rawOctetsInTheRequestTargetPass(Scheme scheme) throws Exception {
        bench.ask(scheme, "/\u00c3\u00a9?q=\u00e9");

        assertThat(bench.server(scheme).onlyRequest()).startsWith("GET /\u00c3\u00a9?q=\u00e9 HTTP/1.1\r\n");
        assertThat(onlyExchange().url().target()).isEqualTo("/\u00c3\u00a9?q=\u00e9");
    }

    @ParameterizedTest
    @EnumSource
    void bigFieldsPassBothWays(Scheme scheme) throws Exception {
        String big = "c=" + "x".repeat(100_000);
        bench.server(scheme).on("/", "HTTP/1.1 200 OK\r\nSet-Cookie: " + big + "\r\nContent-Length: 0\r\n\r\n");

        assertThat(bench.ask(scheme, "/", "Cookie: " + big)).contains(big);

        assertThat(bench.server(scheme).onlyRequest()).contains("\r\nCookie: " + big + "\r\n");
        assertThat(onlyExchange().request().headers().values("Cookie")).containsExactly(big);
        assertThat(onlyResponse().setCookies()).containsExactly(big);
    }

    @Test
    void manyCookiesKeepTheirOrder() throws Exception {
        List<String> cookies = IntStream.rangeClosed(1, 181)
                .mapToObj(i -> "c" + (i * 7 % 181) + "=" + i)
                .toList();
        String lines = cookies.stream().map(c -> "Set-Cookie: " + c + "\r\n").collect(Collectors.joining());
        bench.https.on("/", "HTTP/1.1 200 OK\r\n" + lines + "Content-Length: 0\r\n\r\n");

        String received = bench.ask(Scheme.HTTPS, "/");

        assertThat(received).contains(lines);
        assertThat(onlyResponse().setCookies()).isEqualTo(cookies);
    }

    @Test
    void foldedLinesAreUnfolded() throws Exception {
        bench.http.on("/", "HTTP/1.1 200 OK\r\nSet-Cookie: a=1;\r\n  Path=/\r\nContent-Length: 0\r\n\r\n");

        assertThat(bench.ask(Scheme.HTTP, "/")).contains("Set-Cookie: a=1; Path=/\r\n");

        assertThat(onlyResponse().setCookies()).containsExactly("a=1; Path=/");
    }

    @Test
    void bareLineFeedsAndALengthSaidTwiceAreTaken() throws Exception {
        bench.http.on("/", "HTTP/1.1 200 OK\nSet-Cookie: a=1\nContent-Length: 2\nContent-Length: 2\n\nok");

        assertThat(bench.ask(Scheme.HTTP, "/"))
                .startsWith("HTTP/1.1 200 OK\r\nSet-Cookie: a=1\r\n")
                .endsWith("ok");

        assertThat(onlyResponse().setCookies()).containsExactly("a=1");
    }

    @Test
    void whatIsMeantForTheProxyIsRecordedButNotForwarded() throws Exception {
        bench.ask(
                Scheme.HTTP,
                "/",
                "Proxy-Connection: keep-alive",
                "Proxy-Authorization: Basic eDp5",
                "Upgrade: h2c",
                "Connection: Upgrade, HTTP2-Settings",
                "HTTP2-Settings: AAMAAABk",
                "TE: trailers");

        assertThat(lines(bench.http.onlyRequest()))
                .containsExactly("Host: first.test", "TE: trailers", "Connection: close");
        assertThat(onlyExchange().request().headers().fields()).hasSize(8);
    }

    @ParameterizedTest
    @EnumSource
    void requestBodiesAreForwardedAndRecorded(Scheme scheme) throws Exception {
        try (RawUserAgent agent = bench.agent(scheme)) {
            agent.send(
                    Bench.line(scheme, "POST", "/length") + "Host: first.test\r\nContent-Length: 4\r\n\r\na=\u00e9!");
            assertThat(agent.readHead() + agent.read(2)).isEqualTo(RawServer.OK);
            agent.send(Bench.line(scheme, "PUT", "/chunks")
                    + "Host: first.test\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
            assertThat(agent.readHead() + agent.read(2)).isEqualTo(RawServer.OK);
        }

        assertThat(bench.server(scheme).requests().get(0)).endsWith("\r\n\r\na=\u00e9!");
        assertThat(bench.server(scheme).requests().get(1))
                .contains("Transfer-Encoding: chunked")
                .contains("abc")
                .endsWith("0\r\n\r\n");
        List<Exchange> exchanges = bench.lease.recording().exchanges();
        assertThat(exchanges).extracting(e -> e.request().method()).containsExactly("POST", "PUT");
        assertThat(exchanges).extracting(Exchange::number).containsExactly(1, 2);
        assertThat(exchanges.get(0).request().body().bytes()).isEqualTo(Octets.of("a=\u00e9!"));
        assertThat(exchanges.get(1).request().body().text()).isEqualTo("abcde");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 204 No Content\r\nSet-Cookie: a=1\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 304 Not Modified\r\nETag: \"x\"\r\nContent-Length: 10\r\n\r\n",
                "HTTP/1.1 302 Found\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 3\r\n\r\nabc",
                "HTTP/1.0 200 OK\r\nContent-Length: 3\r\n\r\nabc"
            })
    void everyFramingArrivesAsItWasSent(String response) throws Exception {
        bench.https.on("/", response);

        assertThat(bench.ask(Scheme.HTTPS, "/")).isEqualTo(response);

        assertThat(lines(onlyResponse().headers().fields())).isEqualTo(lines(response));
        assertThat(onlyResponse().body().text()).isEqualTo(response.contains("abc") ? "abc" : "");
        assertThat(onlyResponse().body().isTruncated()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aBodyThatTheEndOfTheConnectionEndsIsWhole(Scheme scheme) throws Exception {
        String response = "HTTP/1.1 200 OK\r\nX: y\r\n\r\nall of it";
        bench.server(scheme).on("/", connection -> {
            connection.send(response);
            connection.socket().close();
        });

        assertThat(bench.ask(scheme, "/")).isEqualTo(response);

        assertThat(onlyResponse().body().text()).isEqualTo("all of it");
        assertThat(onlyResponse().body().isTruncated()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void responsesToHeadHaveNoBodyWhateverTheySay(Scheme scheme) throws Exception {
        String length = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n";
        String chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        bench.server(scheme).on("/length", length);
        bench.server(scheme).on("/chunked", chunked);

        try (RawUserAgent agent = bench.agent(scheme)) {
            agent.send(Bench.line(scheme, "HEAD", "/length") + "Host: first.test\r\n\r\n");
            assertThat(agent.readHead()).isEqualTo(length);
            agent.send(Bench.line(scheme, "HEAD", "/chunked") + "Host: first.test\r\n\r\n");
            assertThat(agent.readHead()).isEqualTo(chunked);
            agent.send(Bench.line(scheme, "GET", "/") + "Host: first.test\r\n\r\n");
            assertThat(agent.readHead() + agent.read(2)).isEqualTo(RawServer.OK);
        }
        assertThat(bench.lease.recording().exchanges())
                .extracting(e -> e.answer().orElseThrow().body().fullLength())
                .containsExactly(0L, 0L, 2L);
    }

    @ParameterizedTest
    @EnumSource
    void aContinueIsPassedOnAndIsNotTheResponse(Scheme scheme) throws Exception {
        try (RawUserAgent agent = bench.agent(scheme)) {
            agent.send(Bench.line(scheme, "POST", "/")
                    + "Host: first.test\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
            assertThat(agent.readHead()).isEqualTo("HTTP/1.1 100 Continue\r\nX-Interim: yes\r\n\r\n");
            agent.send("abc");
            assertThat(agent.readHead() + agent.read(2)).isEqualTo(RawServer.OK);
        }
        assertThat(onlyResponse().status()).isEqualTo(200);
        assertThat(onlyResponse().headers().has("X-Interim")).isFalse();
        assertThat(onlyExchange().request().body().text()).isEqualTo("abc");
    }

    @Test
    void pipelinedRequestsAreAnsweredInOrder() throws Exception {
        bench.http.on("/2", "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\ntwo");
        try (RawUserAgent agent = bench.agent(Scheme.HTTP)) {
            agent.send(Bench.line(Scheme.HTTP, "GET", "/1") + "Host: first.test\r\n\r\n"
                    + Bench.line(Scheme.HTTP, "GET", "/2") + "Host: first.test\r\nConnection: close\r\n\r\n");
            assertThat(agent.readAll()).startsWith(RawServer.OK + "HTTP/1.1").endsWith("two");
        }
    }

    @Test
    void gzipAndDeflateAreDecodedInTheRecordingOnly() throws Exception {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(Octets.of("hello ".repeat(100)));
        }
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(deflated)) {
            out.write(Octets.of("other"));
        }
        String gzip = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + zipped.size() + "\r\n\r\n"
                + Octets.latin1(zipped.toByteArray());
        bench.https.on("/gzip", gzip);
        bench.https.on(
                "/deflate",
                "HTTP/1.1 200 OK\r\nContent-Encoding: deflate\r\nContent-Length: " + deflated.size() + "\r\n\r\n"
                        + Octets.latin1(deflated.toByteArray()));

        assertThat(bench.ask(Scheme.HTTPS, "/gzip")).isEqualTo(gzip);
        bench.ask(Scheme.HTTPS, "/deflate");

        assertThat(bench.lease.recording().exchanges())
                .extracting(e -> e.answer().orElseThrow().body().text())
                .containsExactly("hello ".repeat(100), "other");
    }

    @Test
    void aSmallBodyThatUnpacksToABigOneIsKeptToTheLimit() throws Exception {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bomb)) {
            out.write(new byte[20_000_000]);
        }
        bench.http.on(
                "/",
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + bomb.size() + "\r\n\r\n"
                        + Octets.latin1(bomb.toByteArray()));

        bench.ask(Scheme.HTTP, "/");

        assertThat(onlyResponse().body().bytes()).hasSize(Bench.BODY_LIMIT);
        assertThat(onlyResponse().body().isTruncated()).isTrue();
    }

    @Test
    void aBigBodyPassesWholeAndIsKeptToTheLimit() throws Exception {
        String body = "0123456789".repeat(300_000);
        bench.https.on("/", "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);

        assertThat(bench.ask(Scheme.HTTPS, "/")).endsWith(body);

        assertThat(onlyResponse().body().bytes()).hasSize(Bench.BODY_LIMIT);
        assertThat(onlyResponse().body().fullLength()).isEqualTo(body.length());
    }

    @Test
    void httpThroughATunnelIsRecordedAsHttp() throws Exception {
        try (RawUserAgent agent = RawUserAgent.connect(bench.lease.address())) {
            agent.send("CONNECT first.test:80 HTTP/1.1\r\nHost: first.test:80\r\n\r\n");
            assertThat(agent.readHead()).startsWith("HTTP/1.1 200 ");
            agent.send("GET /a HTTP/1.1\r\nHost: first.test\r\n\r\n");
            assertThat(agent.readHead() + agent.read(2)).isEqualTo(RawServer.OK);
            agent.send("GET /b HTTP/1.1\r\nHost: first.test\r\n\r\n");
            assertThat(agent.readHead() + agent.read(2)).isEqualTo(RawServer.OK);
        }
        assertThat(bench.http.requests().get(0)).startsWith("GET /a HTTP/1.1\r\n");
        assertThat(bench.lease.recording().exchanges())
                .extracting(e -> e.url().toString())
                .containsExactly("http://first.test/a", "http://first.test/b");
    }

    @Test
    void anHttp10RequestStaysOne() throws Exception {
        bench.http.on("/", connection -> {
            connection.send("HTTP/1.1 200 OK\r\n\r\nuntil the end");
            connection.socket().close();
        });
        try (RawUserAgent agent = bench.agent(Scheme.HTTP)) {
            agent.send("GET http://first.test/ HTTP/1.0\r\n\r\n");
            assertThat(agent.readAll()).isEqualTo("HTTP/1.1 200 OK\r\n\r\nuntil the end");
        }
        assertThat(bench.http.onlyRequest()).isEqualTo("GET / HTTP/1.0\r\nHost: first.test\r\n\r\n");
        assertThat(onlyExchange().request().headers().fields()).isEmpty();
    }
}
