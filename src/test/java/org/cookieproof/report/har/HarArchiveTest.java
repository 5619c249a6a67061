package org.cookieproof.report.har;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.cookieproof.evidence.CookieLife;
import org.cookieproof.evidence.Recording;
import org.cookieproof.http.Body;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.Headers;
import org.cookieproof.http.Request;
import org.cookieproof.http.Url;
import org.cookieproof.http.cookie.PublicSuffixes;
import org.cookieproof.report.Transcript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HarArchiveTest {

    @TempDir
    Path folder;

    @Test
    void aRecordingIsReadBackAsItWas() {
        Recording recording = Transcript.logout();
        Path file = folder.resolve("recordings/x.har");
        HarArchive.write(file, recording);
        assertThat(HarArchive.read(file)).isEqualTo(recording);
    }

    @Test
    void aFailureAndALateProbeAreReadBack() {
        Exchange failed = new Exchange(
                3,
                Instant.parse("2026-11-21T21:16:34.123456789Z"),
                Duration.ofMillis(12),
                Exchange.Sender.PROBE,
                2,
                true,
                new Request(
                        "GET",
                        Url.parse("http://en.wikipedia.test/"),
                        Headers.NONE,
                        Body.truncated(new byte[] {65}, 99)),
                null,
                "connection reset");
        Path file = folder.resolve("x.har");
        HarArchive.write(file, new Recording(List.of(failed)));
        assertThat(HarArchive.read(file).exchanges()).containsExactly(failed);
    }

    @Test
    void hasWhatHar12AsksFor() throws Exception {
        Path file = folder.resolve("x.har");
        HarArchive.write(file, Transcript.logout());
        JsonNode log = new ObjectMapper().readTree(Files.readString(file)).path("log");
        assertThat(log.path("version").asText()).isEqualTo("1.2");
        assertThat(log.path("creator").path("name").asText()).isEqualTo("Cookieproof");
        for (JsonNode entry : log.path("entries")) {
            assertThat(entry.fieldNames())
                    .toIterable()
                    .contains(
                            "startedDateTime",
                            "time",
                            "request",
                            "response",
                            "cache",
                            "timings",
                            "_number",
                            "_step",
                            "_sender",
                            "_late",
                            "_failure");
            assertThat(entry.path("request").fieldNames())
                    .toIterable()
                    .contains(
                            "method",
                            "url",
                            "httpVersion",
                            "cookies",
                            "headers",
                            "queryString",
                            "headersSize",
                            "bodySize");
            assertThat(entry.path("response").fieldNames())
                    .toIterable()
                    .contains(
                            "status",
                            "statusText",
                            "httpVersion",
                            "cookies",
                            "headers",
                            "content",
                            "redirectURL",
                            "headersSize",
                            "bodySize");
        }
        assertThat(log.path("entries")
                        .path(1)
                        .path("request")
                        .path("postData")
                        .path("mimeType")
                        .asText())
                .isEqualTo("application/x-www-form-urlencoded");
    }

    @Test
    void aFileThatIsNoArchiveIsRefusedByName() throws Exception {
        Path torn = Files.writeString(folder.resolve("torn.har"), "{\"log\":{");
        assertThatThrownBy(() -> HarArchive.read(torn)).hasMessageContaining("torn.har");
        Path other = Files.writeString(folder.resolve("other.har"), "{}");
        assertThatThrownBy(() -> HarArchive.read(other)).hasMessageContaining("no HTTP archive");
    }

    @Test
    void cookieLivesAreReadBack() {
        List<CookieLife> lives = CookieLife.of(Transcript.logout(), PublicSuffixes.SINGLE_LABELS, Set.of());
        Path file = folder.resolve("x.cookies.json");
        CookieLifeFile.write(file, lives);
        assertThat(lives).isNotEmpty();
        assertThat(CookieLifeFile.read(file)).isEqualTo(lives);
    }
}
