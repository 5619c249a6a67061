package org.cookieproof.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.GZIPOutputStream;
import org.cookieproof.http.Body;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.HeaderField;
import org.cookieproof.http.Headers;
import org.cookieproof.http.Request;
import org.cookieproof.http.Response;
import org.cookieproof.http.Url;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    private static final Redaction REDACTION = new Redaction("0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
    private static final String TOKEN = "219f75aa6c9018e1+\\";

    private final Redactor plain = REDACTION.harvest(Recording.NONE, List.of());

    @Test
    void aHashIsShortKeyedAndTheSameForTheSameValue() {
        assertThat(REDACTION.hash("abc")).matches("‹[0-9a-f]{8}›").isEqualTo(REDACTION.hash("abc"));
        assertThat(REDACTION.hash("abd")).isNotEqualTo(REDACTION.hash("abc"));
        assertThat(new Redaction("fedcba9876543210".getBytes(StandardCharsets.US_ASCII)).hash("abc"))
                .isNotEqualTo(REDACTION.hash("abc"));
    }

    @Test
    void aKeyThatCanBeGuessedIsRefused() {
        assertThatThrownBy(() -> new Redaction(new byte[4])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void setCookieKeepsNameAttributesAndSpacing() {
        assertThat(header("Set-Cookie", "sid=abcdef0123; path=/;  Secure; HttpOnly"))
                .isEqualTo("sid=" + REDACTION.hash("abcdef0123") + "; path=/;  Secure; HttpOnly");
        assertThat(header("set-cookie", "q=\"abcdef0123\"; path=/"))
                .isEqualTo("q=\"" + REDACTION.hash("abcdef0123") + "\"; path=/");
    }

    @Test
    void cookieHeaderKeepsOrderAndTheSameValueStaysTheSame() {
        String hash = REDACTION.hash("abcdef0123");
        assertThat(header("Cookie", "b=abcdef0123; a=abcdef0123;c=%61bcdef0123"))
                .isEqualTo("b=" + hash + "; a=" + hash + ";c=" + hash);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x=deleted", "x=true", "x=", "x=3", "x=12345", "x"})
    void harmlessCookieValuesStay(String pair) {
        String expected = pair.equals("x") ? REDACTION.hash("x") : pair;
        assertThat(header("Cookie", pair)).isEqualTo(expected);
    }

    @Test
    void credentialsKeepTheirScheme() {
        assertThat(header("Authorization", "Bearer abc.def.ghi")).isEqualTo("Bearer " + REDACTION.hash("abc.def.ghi"));
        assertThat(header("Proxy-Authorization", "Basic QWxpY2U6eA==")).startsWith("Basic ‹");
        assertThat(header("X-CSRF-Token", "abcdef")).isEqualTo(REDACTION.hash("abcdef"));
        assertThat(header("Cache-Control", "private, max-age=0")).isEqualTo("private, max-age=0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/w/api.php?action=login&lgtoken=219f75aa6c9018e1%2B%5C&format=json|lgtoken=",
                "/complete?token=219f75aa6c9018e1%2b%5c|token=",
                "/auth?session_code=219f75aa6c9018e1%2B%5C&tab_id=x|session_code=",
                "/cb?code=219f75aa6c9018e1%2B%5C&scope=openid|code=",
                "/x;jsessionid=219f75aa6c9018e1%2B%5C?y=1|jsessionid="
            })
    void secretParametersOfUrls(String target, String parameter) {
        Url redacted = plain.url(Url.of(org.cookieproof.http.Scheme.HTTPS, "en.wikipedia.test", target));
        assertThat(redacted.target())
                .contains(parameter + REDACTION.hash(TOKEN))
                .doesNotContain("219f75");
        assertThat(redacted.host()).isEqualTo("en.wikipedia.test");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "action=query&meta=tokens&type=csrf",
                "{\"token_type\":\"Bearer\",\"expires_in\":300}",
                "{\"error\":{\"code\":\"badtoken\",\"info\":\"Invalid CSRF token.\"}}",
                "wpName=Alice&wpEditToken=%2B%5C&wploginattempt=Log+in",
                "Set-Cookie: enwikiSession=deleted; path=/",
                "<input type=\"hidden\" name=\"wpEditToken\" value=\"+\\\">",
            })
    void whatOnlyLooksLikeASecretStays(String text) {
        assertThat(plain.text(text)).isEqualTo(text);
    }

    @Test
    void membersInputsAndPartsWithASecretsName() {
        String hash = REDACTION.hash(TOKEN);
        assertThat(plain.text("{\"csrftoken\":\"219f75aa6c9018e1+\\\\\"}"))
                .isEqualTo("{\"csrftoken\":\"" + hash + "\"}");
        assertThat(plain.text("<input value='219f75aa6c9018e1+\\' type=hidden name=wpLoginToken>"))
                .isEqualTo("<input value='" + hash + "' type=hidden name=wpLoginToken>");
        assertThat(plain.text("<meta name=\"csrf-token\" content=\"219f75aa6c9018e1+&#92;\">"))
                .contains(hash);
        assertThat(plain.text("--b\r\nContent-Disposition: form-data; name=\"wpPassword\"\r\n\r\nopen sesame\r\n--b--"))
                .contains("\r\n\r\n" + REDACTION.hash("open sesame") + "\r\n--b--");
        assertThat(plain.text("wpName=Alice&wpPassword=open+sesame"))
                .isEqualTo("wpName=Alice&wpPassword=" + REDACTION.hash("open sesame"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p<>\"'&ss+wörd\\/",
                "p%3C%3E%22%27%26ss%2Bw%C3%B6rd%5C%2F",
                "p%3c%3e%22%27%26ss%2bw%c3%b6rd%5c%2f",
                "p%253C%253E%2522%2527%2526ss%252Bw%25C3%25B6rd%255C%252F",
                "p&lt;&gt;&quot;&#39;&amp;ss+w&#246;rd\\/",
                "p&lt;&gt;&#34;&#x27;&amp;ss&#43;wörd\\/",
                "p<>\\\"'&ss+w\\u00f6rd\\\\\\/",
                "p\\u003c\\u003E\\\"\\u0027\\u0026ss+w\\u00F6rd\\\\/",
            })
    void aKnownSecretIsFoundInEverySpelling(String spelled) {
        Redactor redactor = REDACTION.harvest(Recording.NONE, List.of("p<>\"'&ss+wörd\\/"));
        assertThat(redactor.text("before " + spelled + " after"))
                .isEqualTo("before " + REDACTION.hash("p<>\"'&ss+wörd\\/") + " after");
    }

    @Test
    void secretsOfTheRecordingAreFoundWhereverElseTheyStand() {
        Redactor redactor = REDACTION.harvest(
                new Recording(List.of(exchange(
                        Headers.of("Cookie", "sid=cookievalue1", "Authorization", "Basic QWxpY2U6b3BlbnNlc2FtZQ=="),
                        Headers.of("Content-Type", "application/json", "Set-Cookie", "n=freshvalue2"),
                        Body.of("{\"logintoken\":\"tokenvalue\"}")))),
                List.of());
        for (String secret : List.of("cookievalue1", "opensesame", "freshvalue2", "tokenvalue")) {
            assertThat(redactor.text("see " + secret + "!")).isEqualTo("see " + REDACTION.hash(secret) + "!");
        }
    }

    @Test
    void namesOfUsersAreNoSecretsEvenInCookies() {
        Exchange login = exchange(
                Headers.of("Content-Type", "application/x-www-form-urlencoded"),
                Headers.of("Set-Cookie", "enwikiUserName=Zo%C3%AB%20Tester; path=/"),
                Body.EMPTY);
        Request form = new Request(
                "POST",
                login.url(),
                login.request().headers(),
                Body.of("wpName=Zo%C3%AB+Tester&wpPassword=correct+horse"));
        Exchange typed = new Exchange(
                1, login.startedAt(), login.took(), login.sender(), 1, false, form, login.response(), null);
        Redactor redactor = REDACTION.harvest(new Recording(List.of(typed)), List.of());
        assertThat(redactor.header(new HeaderField("Cookie", "enwikiUserName=Zo%C3%AB%20Tester"))
                        .value())
                .isEqualTo("enwikiUserName=Zo%C3%AB%20Tester");
        assertThat(redactor.text("signed in as 'Zoë Tester'")).isEqualTo("signed in as 'Zoë Tester'");
        assertThat(redactor.text("correct horse")).isEqualTo(REDACTION.hash("correct horse"));
    }

    @Test
    void compressedBodiesAreReadAndStoredAsText() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("{\"csrftoken\":\"tokenvalue\"}".getBytes(StandardCharsets.UTF_8));
        }
        Exchange exchange = exchange(
                Headers.NONE,
                Headers.of("Content-Type", "application/json", "Content-Encoding", "gzip"),
                Body.of(packed.toByteArray()));
        Redactor redactor = REDACTION.harvest(new Recording(List.of(exchange)), List.of());
        assertThat(redactor.exchange(exchange).answer().orElseThrow().body().text())
                .isEqualTo("{\"csrftoken\":\"" + REDACTION.hash("tokenvalue") + "\"}");
        assertThat(redactor.text("tokenvalue")).isEqualTo(REDACTION.hash("tokenvalue"));
    }

    @Test
    void whatCannotBeReadIsNotStored() {
        Exchange exchange = exchange(
                Headers.NONE,
                Headers.of("Content-Type", "text/html", "Content-Encoding", "br"),
                Body.of(new byte[] {1, 2, 3}));
        Body body = plain.exchange(exchange).answer().orElseThrow().body();
        assertThat(body.bytes()).isEmpty();
        assertThat(body.fullLength()).isEqualTo(3);
    }

    @Test
    void aSecretThatTheRecorderCutInTwoDoesNotShowItsHalf() {
        Exchange cut = exchange(
                Headers.of("Cookie", "sid=abcdefghijklmnop"),
                Headers.of("Content-Type", "text/html"),
                Body.truncated("the id is abcdefghij".getBytes(StandardCharsets.US_ASCII), 5000));
        Redactor redactor = REDACTION.harvest(new Recording(List.of(cut)), List.of());
        Body body = redactor.exchange(cut).answer().orElseThrow().body();
        assertThat(body.text()).isEqualTo("the id is ");
        assertThat(body.fullLength()).isEqualTo(5000);
    }

    @Test
    void findingsKeepTheirFingerprintAndLoseTheirSecrets() {
        Redactor redactor = REDACTION.harvest(
                new Recording(List.of(exchange(Headers.of("Cookie", "sid=cookievalue1"), Headers.NONE, Body.EMPTY))),
                List.of());
        Finding finding = new Finding(
                "c",
                "s",
                Severity.ERROR,
                "sid at first",
                "gone",
                "sid=cookievalue1",
                OptionalInt.of(1),
                Optional.of("Set-Cookie: sid=othervalue2; path=/"));
        Finding redacted = redactor.finding(finding);
        assertThat(redacted.fingerprint()).isEqualTo(finding.fingerprint());
        assertThat(redacted.observed()).isEqualTo("sid=" + REDACTION.hash("cookievalue1"));
        assertThat(redacted.header()).contains("Set-Cookie: sid=" + REDACTION.hash("othervalue2") + "; path=/");
    }

    @Test
    void redactingTwiceIsRedactingOnce() {
        Redactor redactor = REDACTION.harvest(Recording.NONE, List.of("0a1b2c3d4e5f", "deadbeef"));
        String once = redactor.text("token=0a1b2c3d4e5f&x=deadbeef Cookie: a=b");
        assertThat(redactor.text(once)).isEqualTo(once);
        HeaderField cookie = redactor.header(new HeaderField("Cookie", "a=deadbeef; b=whatever1"));
        assertThat(redactor.header(cookie)).isEqualTo(cookie);
    }

    @Test
    void hostileTextsDoNotExhaustStackOrTime() {
        Redactor redactor = REDACTION.harvest(Recording.NONE, List.of("correct horse"));
        for (String part : List.of(
                "\\", "\"token\":\"\\", "token", "a", "&quot;", "<input ", "%25", "name=\"token\"\r\n", "token=")) {
            String text = part.repeat(200_000 / part.length());
            assertThat(redactor.text(text)).isNotNull();
        }
    }

    private String header(String name, String value) {
        return plain.header(new HeaderField(name, value)).value();
    }

    private static Exchange exchange(Headers request, Headers response, Body body) {
        return new Exchange(
                1,
                Instant.parse("2026-11-21T21:16:34Z"),
                Duration.ofMillis(5),
                Exchange.Sender.USER_AGENT,
                1,
                false,
                new Request("GET", Url.parse("https://en.wikipedia.test/"), request, Body.EMPTY),
                new Response(200, "OK", response, body),
                null);
    }
}
