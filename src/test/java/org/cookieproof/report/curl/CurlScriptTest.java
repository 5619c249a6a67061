package org.cookieproof.report.curl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cookieproof.http.Body;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.Headers;
import org.cookieproof.http.Request;
import org.cookieproof.http.Response;
import org.cookieproof.http.Url;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurlScriptTest {

    @TempDir
    private Path folder;

    private static Exchange exchange(int number, Request request, Response response) {
        return new Exchange(
                number, Instant.EPOCH, Duration.ZERO, Exchange.Sender.USER_AGENT, 1, false, request, response, null);
    }

    private static Exchange get(int number, String url, Headers request, Headers response, String body) {
        return exchange(
                number,
                new Request("GET", Url.parse(url), request, Body.EMPTY),
                new Response(200, "OK", response, Body.of(body)));
    }

    private String script(List<Exchange> exchanges, Map<String, String> known) throws Exception {
        Path file = folder.resolve("curl.sh");
        CurlScript.write(file, "a\nrm -rf $HOME", exchanges, known);
        Process syntax = new ProcessBuilder("bash", "-n", file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(syntax.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(syntax.waitFor()).as(said).isZero();
        return Files.readString(file);
    }

    @Test
    void aTokenIsTakenFromTheAnswerThatBroughtItAndAPasswordFromTheEnvironment() throws Exception {
        Exchange form = get(
                1,
                "http://a.test/login",
                Headers.NONE,
                Headers.of("Content-Type", "text/html"),
                "<input name=\"other\" value=\"‹00000000›\">\n<input name=\"token\" value=\"‹11111111›\">");
        Exchange login = exchange(
                2,
                new Request(
                        "POST",
                        Url.parse("http://a.test/login"),
                        Headers.of("Content-Type", "application/x-www-form-urlencoded", "Cookie", "a=‹33333333›"),
                        Body.of("token=‹11111111›&password=‹22222222›&x=‹44444444›")),
                new Response(200, "OK", Headers.NONE, Body.EMPTY));
        assertThat(script(List.of(form, login), Map.of("‹22222222›", "PASSWORD_ALICE")))
                .contains("value_11111111=$(taken 1 html '<input name=\"token\" value=\"' '\"')\n")
                .contains(
                        "'token='\"$(encoded \"$value_11111111\")\"'&password='\"$(encoded \"$PASSWORD_ALICE\")\"'&x='"
                                + "\"$(encoded \"$SECRET_44444444\")\"")
                .contains(": \"${PASSWORD_ALICE:?")
                .contains(": \"${SECRET_44444444:?a value of request 2 that reports do not hold}\"")
                .doesNotContain("33333333");
    }

    @Test
    void whateverATargetSentIsOnlyText() throws Exception {
        Exchange hostile = get(
                1,
                "http://a.test/$(touch%20x)'`id`;",
                Headers.of("X-A", "'; touch \"$HOME\" #", "X-Empty", ""),
                Headers.NONE,
                "");
        assertThat(script(List.of(hostile), Map.of()))
                .startsWith("#!/bin/bash\n# a rm -rf $HOME\n")
                .contains("--header 'X-A: '\\''; touch \"$HOME\" #'")
                .contains("--header 'X-Empty;'")
                .contains("'http://a.test/$(touch%20x)'\\''`id`;'");
    }
}
