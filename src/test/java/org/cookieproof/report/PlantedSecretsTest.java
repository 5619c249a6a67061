package org.cookieproof.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.cookieproof.evidence.CellId;
import org.cookieproof.evidence.CookieLife;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.ProfileId;
import org.cookieproof.evidence.Recording;
import org.cookieproof.evidence.Redaction;
import org.cookieproof.evidence.Redactor;
import org.cookieproof.evidence.ScenarioId;
import org.cookieproof.evidence.Severity;
import org.cookieproof.http.Body;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.Headers;
import org.cookieproof.http.Request;
import org.cookieproof.http.Response;
import org.cookieproof.http.Scheme;
import org.cookieproof.http.Url;
import org.cookieproof.http.cookie.PublicSuffixes;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.ResultsFile;
import org.cookieproof.result.RunDirectory;
import org.cookieproof.result.RunKey;
import org.cookieproof.result.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets go in at every place where a target or a user agent may put them; none may come out in any file. */
class PlantedSecretsTest {

    private static final String PASSWORD = "c0rrect <horse> & \"staple\"";
    private static final List<String> SECRETS = List.of(
            PASSWORD,
            "cookie+value/Received=1",
            "cookieValueSent2",
            "bearer.credential.3",
            "loginTokenInJson4+\\",
            "hiddenTokenInPage5+\\",
            "handOffTokenInUrl6",
            "tokenInLocation7",
            "basicPassword8",
            "scriptToken9xyz",
            "multipartSecret10",
            "sessionCodeInForm11");

    @TempDir
    Path folder;

    @Test
    void noSecretIsFoundInAnyFile() throws Exception {
        Recording recording = new Recording(List.of(login(), answer()));
        Redactor redactor = new Redaction("0123456789abcdef".getBytes(StandardCharsets.US_ASCII))
                .harvest(recording, List.of(PASSWORD));
        RunDirectory run = new RunDirectory(folder);
        CellId cell = new CellId(new ScenarioId("login/x"), new ProfileId("curl"), Scheme.HTTPS);
        List<CookieLife> lives = CookieLife.of(recording, PublicSuffixes.SINGLE_LABELS, Set.of()).stream()
                .map(redactor::life)
                .toList();
        Map<String, String> attachments =
                CellArchive.write(run, cell, redactor.recording(recording), lives, Optional.empty());
        List<Finding> findings =
                SECRETS.stream().map(s -> redactor.finding(finding(s))).toList();
        try (ResultsFile results = ResultsFile.open(run.results())) {
            results.append(new CellResult(
                    new RunKey("r1", "farm", "default", Optional.empty()),
                    cell,
                    "A login",
                    "curl 8",
                    Verdict.FAILED,
                    redactor.text("saw " + String.join(" ", SECRETS)),
                    5,
                    List.of(),
                    findings,
                    attachments));
        }
        Reports.writeAll(run);

        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        assertThat(files).hasSizeGreaterThan(6);
        for (Path file : files) {
            String content = Files.readString(file);
            for (String secret : SECRETS) {
                assertThat(spellings(secret))
                        .allSatisfy(s -> assertThat(content)
                                .as("%s in %s", s, folder.relativize(file))
                                .doesNotContain(s));
            }
        }
    }

    private static Set<String> spellings(String secret) {
        String url = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        Set<String> spellings = new LinkedHashSet<>();
        spellings.add(secret);
        spellings.add(url);
        spellings.add(url.replace("+", "%20"));
        spellings.add(url.toLowerCase(Locale.ROOT));
        spellings.add(secret.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;"));
        spellings.add(secret.replace("\\", "\\\\").replace("\"", "\\\""));
        return spellings;
    }

    private static Finding finding(String secret) {
        return new Finding(
                "check",
                "T1",
                Severity.ERROR,
                "subject " + secret,
                "not " + URLEncoder.encode(secret, StandardCharsets.UTF_8),
                "got " + secret,
                OptionalInt.of(1),
                Optional.of("Set-Cookie: a=" + secret + "; path=/"));
    }

    private static Exchange login() {
        String form = "wpName=Alice&wpPassword=" + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8)
                + "&session_code=sessionCodeInForm11";
        return exchange(
                1,
                "https://en.wikipedia.test/w/index.php?token=handOffTokenInUrl6",
                Headers.of(
                        "Content-Type", "application/x-www-form-urlencoded",
                        "Cookie", "s=cookieValueSent2",
                        "Authorization", "Bearer bearer.credential.3",
                        "Proxy-Authorization", "Basic QWxpY2U6YmFzaWNQYXNzd29yZDg="),
                Body.of(form),
                Headers.of(
                        "Set-Cookie", "r=cookie%2Bvalue%2FReceived%3D1; path=/",
                        "Location", "https://login.wikimedia.test/start?token=tokenInLocation7&x=1",
                        "X-Echo", "cookieValueSent2 basicPassword8",
                        "Content-Type", "application/json"),
                Body.of(
                        "{\"query\":{\"tokens\":{\"logintoken\":\"loginTokenInJson4+\\\\\"}},\"echo\":\"cookieValueSent2\"}"));
    }

    private static Exchange answer() {
        String page =
                "<title>sessionCodeInForm11</title><input type=hidden name=wpEditToken value=\"hiddenTokenInPage5+&#92;\">"
                        + "<a href=\"/x?y=hiddenTokenInPage5%2B%5C\">cookie+value/Received=1</a>"
                        + "<script>mw.user.tokens.set({\"csrfToken\":\"scriptToken9xyz\"}); var p = \"multipartSecret10\";</script>"
                        + "<p>c0rrect &lt;horse&gt; &amp; &quot;staple&quot;</p>";
        return exchange(
                2,
                "https://en.wikipedia.test/echo?q=loginTokenInJson4%2B%5C",
                Headers.of("Content-Type", "multipart/form-data; boundary=b"),
                Body.of(
                        "--b\r\nContent-Disposition: form-data; name=\"wpRetypePassword\"\r\n\r\nmultipartSecret10\r\n--b--"),
                Headers.of("Content-Type", "text/html; charset=utf-8"),
                Body.of(page));
    }

    private static Exchange exchange(int number, String url, Headers request, Body sent, Headers response, Body body) {
        return new Exchange(
                number,
                Instant.parse("2026-11-21T21:16:34Z").plusSeconds(number),
                Duration.ofMillis(5),
                Exchange.Sender.USER_AGENT,
                1,
                false,
                new Request("POST", Url.parse(url), request, sent),
                new Response(200, "OK", response, body),
                null);
    }
}
