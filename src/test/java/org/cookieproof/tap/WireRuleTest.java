package org.cookieproof.tap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cookieproof.http.Body;
import org.cookieproof.http.Headers;
import org.cookieproof.http.Request;
import org.cookieproof.http.Scheme;
import org.cookieproof.http.Url;
import org.cookieproof.tap.Rewrite.AddHeader;
import org.cookieproof.tap.Rewrite.AppendToSetCookie;
import org.cookieproof.tap.Rewrite.DropHeader;
import org.cookieproof.tap.Rewrite.DuplicateHeader;
import org.cookieproof.tap.Rewrite.FoldHeader;
import org.cookieproof.tap.Rewrite.ReorderHeader;
import org.cookieproof.tap.Rewrite.ReorderHeader.Order;
import org.cookieproof.tap.Rewrite.ReplaceHeader;
import org.cookieproof.tap.Rewrite.ReplaceInHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class WireRuleTest {

    private static final String BEFORE = "Set-Cookie: a=1; Path=/\r\nX-One: 1\r\nset-cookie: b=2\r\nx-one: 2\r\n";

    static Stream<Arguments> rewrites() {
        return Stream.of(
                Arguments.of(
                        new AppendToSetCookie(Pattern.compile("a|c"), "; SameSite=None"),
                        "Set-Cookie: a=1; Path=/; SameSite=None\r\nX-One: 1\r\nset-cookie: b=2\r\nx-one: 2\r\n"),
                Arguments.of(new AddHeader("Set-Cookie", "c=3\u0001"), BEFORE + "Set-Cookie: c=3\u0001\r\n"),
                Arguments.of(
                        new DropHeader("SET-COOKIE", Pattern.compile("^b=")),
                        "Set-Cookie: a=1; Path=/\r\nX-One: 1\r\nx-one: 2\r\n"),
                Arguments.of(
                        new ReplaceHeader("x-one", "3"), "Set-Cookie: a=1; Path=/\r\nX-One: 3\r\nset-cookie: b=2\r\n"),
                Arguments.of(new ReplaceHeader("X-New", "3"), BEFORE + "X-New: 3\r\n"),
                Arguments.of(
                        new ReplaceInHeader("Set-Cookie", Pattern.compile("; Path=(.)"), "; Domain=x$1"),
                        BEFORE.replace("; Path=/", "; Domain=x/")),
                Arguments.of(
                        new ReplaceInHeader(
                                "Set-Cookie",
                                Optional.of(Pattern.compile("b|c")),
                                Pattern.compile("=.*"),
                                "=$0; Secure"),
                        BEFORE.replace("b=2", "b==2; Secure")),
                Arguments.of(
                        new DuplicateHeader("set-cookie", Pattern.compile("^a="), 2),
                        "Set-Cookie: a=1; Path=/\r\n".repeat(2) + BEFORE),
                Arguments.of(
                        new ReorderHeader("Set-Cookie", Pattern.compile(""), Order.REVERSED),
                        "set-cookie: b=2\r\nX-One: 1\r\nSet-Cookie: a=1; Path=/\r\nx-one: 2\r\n"),
                Arguments.of(
                        new ReorderHeader("x-one", Pattern.compile("2"), Order.FIRST),
                        "Set-Cookie: a=1; Path=/\r\nx-one: 2\r\nset-cookie: b=2\r\nX-One: 1\r\n"),
                Arguments.of(
                        new ReorderHeader("x-one", Pattern.compile("1"), Order.LAST),
                        "Set-Cookie: a=1; Path=/\r\nx-one: 2\r\nset-cookie: b=2\r\nX-One: 1\r\n"),
                Arguments.of(
                        new FoldHeader("Set-Cookie", ", "),
                        "Set-Cookie: a=1; Path=/, b=2\r\nX-One: 1\r\nx-one: 2\r\n"));
    }

    @ParameterizedTest
    @MethodSource("rewrites")
    void aRewriteReachesTheUserAgentAndTheRecording(Rewrite rewrite, String expected) throws Exception {
        try (Bench bench = Bench.open(new WireRule("r", When.ALWAYS, List.of(rewrite)))) {
            bench.https.on("/", "HTTP/1.1 200 OK\r\n" + BEFORE + "Content-Length: 2\r\n\r\nok");

            String received = bench.ask(Scheme.HTTPS, "/").replace("Content-Length: 2\r\n", "");

            assertThat(received).isEqualTo("HTTP/1.1 200 OK\r\n" + expected + "\r\nok");
            StringBuilder recorded = new StringBuilder();
            bench.lease.recording().exchanges().get(0).answer().orElseThrow().headers().fields().stream()
                    .filter(f -> !f.named("Content-Length"))
                    .forEach(f -> recorded.append(f).append("\r\n"));
            assertThat(recorded).hasToString(expected);
        }
    }

    @Test
    void rulesApplyOneAfterTheOther() throws Exception {
        WireRule first = new WireRule("1", When.ALWAYS, List.of(new AddHeader("Set-Cookie", "c=3")));
        WireRule second =
                new WireRule("2", When.ALWAYS, List.of(new AppendToSetCookie(Pattern.compile("c"), "; Secure")));
        try (Bench bench = Bench.open(first, second)) {
            assertThat(bench.ask(Scheme.HTTP, "/")).contains("Set-Cookie: c=3; Secure\r\n");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRuleAsksForTheSchemeThatWasUsed(Scheme scheme) throws Exception {
        When https = new When(new Condition.Over(Scheme.HTTPS));
        try (Bench bench = Bench.open(new WireRule("r", https, List.of(new AddHeader("X-Hit", "1"))))) {
            assertThat(bench.ask(scheme, "/").contains("X-Hit")).isEqualTo(scheme == Scheme.HTTPS);
        }
    }

    @Test
    void everyConditionMustHold() {
        When when = new When(
                new Condition.Over(Scheme.HTTPS),
                new Condition.Host(Pattern.compile("first\\.test")),
                new Condition.Target(Pattern.compile("action=submit")),
                new Condition.Method("POST"),
                new Condition.Status(Pattern.compile("3..")),
                new Condition.RequestField(new FieldTest("Cookie", Optional.empty(), true)));
        Headers cookie = Headers.of("cookie", "a=1");

        assertThat(when.holds(request("POST", "https://first.test/w?action=submit", cookie), 302, Headers.NONE))
                .isTrue();
        assertThat(when.holds(request("POST", "http://first.test/w?action=submit", cookie), 302, Headers.NONE))
                .isFalse();
        assertThat(when.holds(request("POST", "https://x.first.test/w?action=submit", cookie), 302, Headers.NONE))
                .isFalse();
        assertThat(when.holds(request("POST", "https://first.test/w?action=view", cookie), 302, Headers.NONE))
                .isFalse();
        assertThat(when.holds(request("GET", "https://first.test/w?action=submit", cookie), 302, Headers.NONE))
                .isFalse();
        assertThat(when.holds(request("POST", "https://first.test/w?action=submit", cookie), 200, Headers.NONE))
                .isFalse();
        assertThat(when.holds(request("POST", "https://first.test/w?action=submit", Headers.NONE), 302, Headers.NONE))
                .isFalse();
    }

    @Test
    void aRuleCannotBreakTheFraming() {
        assertThatThrownBy(() -> new AddHeader("Content-Length", "1")).hasMessageContaining("Content-Length");
        assertThatThrownBy(() -> new AddHeader("X", "1\r\nY: 2")).hasMessageContaining("one line");
        assertThatThrownBy(() -> new AddHeader("X Y", "1")).hasMessageContaining("not the name");
        assertThatThrownBy(() -> new ReplaceInHeader("X", Pattern.compile("(a)"), "$2"))
                .hasMessageContaining("does not fit");
        assertThatThrownBy(() -> new ReplaceHeader("transfer-encoding", "chunked"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Request request(String method, String url, Headers headers) {
        return new Request(method, Url.parse(url), headers, Body.EMPTY);
    }
}
