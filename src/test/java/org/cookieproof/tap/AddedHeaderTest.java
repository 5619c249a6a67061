package org.cookieproof.tap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cookieproof.http.Body;
import org.cookieproof.http.Endpoint;
import org.cookieproof.http.Headers;
import org.cookieproof.http.Scheme;
import org.cookieproof.http.Url;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@SuppressWarnings("StringConcatToTextBlock") // octets are meant, and their line ends are CR LF
class AddedHeaderTest {

    private static final AddedHeader DEBUG =
            new AddedHeader("X-Wikimedia-Debug", "backend=mwdebug1001", over(Scheme.HTTP, Scheme.HTTPS));

    private static Set<Endpoint> over(Scheme... schemes) {
        return Stream.of(schemes).map(s -> new Endpoint(s, "First.test")).collect(Collectors.toSet());
    }

    private static Bench bench() throws Exception {
        return Bench.with(settings -> settings.adding(List.of(DEBUG)));
    }

    @ParameterizedTest
    @EnumSource
    void theTargetGetsItBehindWhatTheUserAgentSentAndTheRecordingHasIt(Scheme scheme) throws Exception {
        try (Bench bench = bench()) {
            bench.ask(scheme, "/p", "Cookie: a=1");
            assertThat(bench.server(scheme).onlyRequest())
                    .isEqualTo("GET /p HTTP/1.1\r\nHost: first.test\r\nCookie: a=1\r\nConnection: close\r\n"
                            + "X-Wikimedia-Debug: backend=mwdebug1001\r\n\r\n");
            assertThat(bench.lease.recording().exchanges())
                    .singleElement()
                    .satisfies(e -> assertThat(e.request().headers().values("x-wikimedia-debug"))
                            .containsExactly("backend=mwdebug1001"));
        }
    }

    @Test
    void noOtherHostGetsItThoughItIsBehindTheSameAddress() throws Exception {
        try (Bench bench = bench()) {
            try (RawUserAgent agent = RawUserAgent.tunnel(bench.lease.address(), "other.test", bench.tap.ca())) {
                agent.send("GET /p HTTP/1.1\r\nHost: other.test\r\nConnection: close\r\n\r\n");
                agent.readAll();
            }
            bench.lease.raw().send("GET", Url.of(Scheme.HTTPS, "other.test", "/q"), Headers.NONE, Body.EMPTY);
            assertThat(bench.https.requests())
                    .hasSize(2)
                    .noneMatch(r -> r.toLowerCase(java.util.Locale.ROOT).contains("x-wikimedia-debug"));
        }
    }

    @Test
    void overAnotherSchemeThanItIsForTheHostDoesNotGetIt() throws Exception {
        AddedHeader secret = new AddedHeader("X-Key", "secret", over(Scheme.HTTPS));
        try (Bench bench = Bench.with(settings -> settings.adding(List.of(secret)))) {
            bench.ask(Scheme.HTTP, "/p");
            bench.ask(Scheme.HTTPS, "/p");
            assertThat(bench.http.onlyRequest()).doesNotContain("X-Key");
            assertThat(bench.https.onlyRequest()).contains("X-Key: secret\r\n");
        }
    }

    @Test
    void itStandsInThePlaceOfOneThatTheUserAgentSends() throws Exception {
        try (Bench bench = bench()) {
            bench.ask(Scheme.HTTP, "/p", "x-wikimedia-DEBUG: backend=mine");
            assertThat(bench.http.onlyRequest())
                    .doesNotContain("mine")
                    .contains("X-Wikimedia-Debug: backend=mwdebug1001\r\n");
        }
    }

    @Test
    void itIsHeldAcrossARedirectAndDroppedWhereThatLeadsElsewhere() throws Exception {
        try (Bench bench = bench()) {
            bench.http.on("/", "HTTP/1.1 302 Found\r\nLocation: /next\r\nContent-Length: 0\r\n\r\n");
            bench.http.on("/next", "HTTP/1.1 302 Found\r\nLocation: https://other.test/\r\nContent-Length: 0\r\n\r\n");
            Url url = Url.of(Scheme.HTTP, "first.test", "/");
            for (int hop = 0; hop < 3; hop++) {
                String location = bench.lease
                        .raw()
                        .send("GET", url, Headers.NONE, Body.EMPTY)
                        .answer()
                        .flatMap(r -> r.headers().first("Location"))
                        .orElse("/");
                url = url.resolve(location);
            }
            assertThat(bench.http.requests())
                    .hasSize(2)
                    .allMatch(r -> r.contains("X-Wikimedia-Debug: backend=mwdebug1001\r\n"));
            assertThat(bench.https.onlyRequest()).doesNotContain("X-Wikimedia-Debug");
        }
    }

    @Test
    void ofOneNameTheLastCounts() throws Exception {
        AddedHeader typed = new AddedHeader("X-Wikimedia-Debug", "backend=typed", over(Scheme.HTTP));
        try (Bench bench = Bench.with(settings -> settings.adding(List.of(DEBUG, typed)))) {
            bench.ask(Scheme.HTTP, "/p");
            assertThat(bench.http.onlyRequest()).contains("backend=typed").doesNotContain("mwdebug1001");
        }
    }

    @Test
    void whatFramesAMessageCannotBeAddedAndItsValueIsNotPrinted() {
        assertThatThrownBy(() -> new AddedHeader("Content-Length", "3", Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AddedHeader("X", "a\r\nY: b", Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("b");
        assertThat(new AddedHeader("X", "secret", over(Scheme.HTTP))).hasToString("X for [http://first.test]");
    }
}
