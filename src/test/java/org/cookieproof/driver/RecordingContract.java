package org.cookieproof.driver;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.cookieproof.driver.ContractBench.first;
import static org.cookieproof.driver.ContractBench.html;
import static org.cookieproof.driver.ContractBench.http;
import static org.cookieproof.driver.ContractBench.other;
import static org.cookieproof.driver.ContractBench.redirect;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Request;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.HeaderField;
import org.junit.jupiter.api.Test;

/** The recording is the truth about what was sent: it says what the server says. */
interface RecordingContract {

    /** What the tap, as its documentation says, takes out on the way to the server. */
    Set<String> NOT_FORWARDED = Set.of("proxy-connection", "proxy-authorization", "upgrade");

    ContractBench bench();

    @Test
    default void isRecordedAsTheServerSawIt() {
        bench().on(http(first("/start?a=%20b")), redirect(302, other("/middle")).withHeader("Set-Cookie", "a=1"));
        bench().on(other("/middle"), redirect(302, first("/end")).withHeader("Set-Cookie", "b=\"x y\"; Path=/"));
        bench().on(
                        first("/end"),
                        html("<p>End").withHeader("Set-Cookie", "c=1", "d=2; Path=/; Secure; HttpOnly", "c=3"));
        bench().on("POST", first("/api"), WireMock.okJson("{}"));
        try (UserAgentSession session = bench().open()) {
            session.open(http(first("/start?a=%20b")));
            session.request(new ApiRequest("POST", first("/api"), Map.of("token", "+\\")));
            session.open(other("/again"));
        }
        List<String> recorded = bench().recording()
                .byUserAgent()
                .map(RecordingContract::line)
                .sorted()
                .toList();
        assertThat(recorded).hasSizeGreaterThan(2).anyMatch(l -> l.contains("cookie: a=1"));
        assertThat(bench().requests().stream().map(RecordingContract::line).sorted())
                .isEqualTo(recorded);
    }

    private static String line(Exchange exchange) {
        return line(
                exchange.request().method() + " " + exchange.url(),
                exchange.request().headers().fields().stream(),
                exchange.request().body().text());
    }

    private static String line(Request request) {
        return line(
                request.getMethod() + " " + request.getScheme() + "://" + request.getHost() + request.getUrl(),
                request.getHeaders().all().stream()
                        .flatMap(h -> h.values().stream().map(v -> new HeaderField(h.key(), v))),
                request.getBodyAsString());
    }

    private static String line(String start, Stream<HeaderField> fields, String body) {
        return start
                + fields.map(RecordingContract::field)
                        .filter(f -> !NOT_FORWARDED.contains(f.substring(0, f.indexOf(':'))))
                        .sorted()
                        .collect(joining("\n  ", "\n  ", "\n  "))
                + body;
    }

    /** WireMock's parser gives values that it knows, such as keep-alive, in its own spelling; cookies it leaves alone. */
    private static String field(HeaderField field) {
        return field.named("Cookie")
                ? "cookie: " + field.value()
                : field.toString().toLowerCase(Locale.ROOT);
    }
}
