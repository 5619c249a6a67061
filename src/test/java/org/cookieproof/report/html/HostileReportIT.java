package org.cookieproof.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.cookieproof.http.Body;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.Headers;
import org.cookieproof.http.Request;
import org.cookieproof.http.Response;
import org.cookieproof.http.Scheme;
import org.cookieproof.http.Url;
import org.cookieproof.report.HostileRun;
import org.cookieproof.report.Reports;
import org.cookieproof.report.curl.CurlScript;
import org.cookieproof.result.RunDirectory;
import org.cookieproof.result.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a hostile target sends, in every report of the run's folder, opened by what opens such files. */
class HostileReportIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private RunDirectory run;

    @BeforeEach
    void makeThem() {
        run = new RunDirectory(folder);
        HostileRun.write(run);
        Reports.writeAll(run);
    }

    @Test
    void inABrowserNothingRunsAndNothingIsFetched() {
        try (ReportPage browser = new ReportPage(ColorScheme.DARK)) {
            Page page = browser.open(run.index(), "");
            assertThat(page.evaluate("document.querySelectorAll('.matrix td > a').length"))
                    .isEqualTo(Verdict.values().length);
            unfoldEverything(page);
            openEveryCell(page);
            page.locator("#filter-q").fill("<script>alert");
            assertThat(page.locator("#filter-status").textContent()).startsWith("7 of 7 cells");
            page.reload();
            assertThat(page.locator("#filter-q").inputValue()).isEqualTo("<script>alert");
            assertThat(page.locator("article.finding h3").first().textContent()).contains("<script>alert(1)</script>");
            assertThat(page.evaluate("document.querySelectorAll('img[onerror], [onload], [onclick]').length"))
                    .isEqualTo(0);
            assertThat(page.evaluate("/[\\u0000-\\u0008\\u001b\\u0080-\\u009f\\u202e\\u2066]/.test("
                            + "document.documentElement.innerText)"))
                    .isEqualTo(false);
            assertThat(browser.alarms()).isEmpty();
            assertThat(browser.foreignRequests(run.index())).isEmpty();
        }
    }

    /** A page's own policy stops what gets in; that it is one of these tests that sees it is shown here. */
    @Test
    void aScriptThatGotInWouldBeSeen() throws Exception {
        Path bare = folder.resolve("bare.html");
        Files.writeString(bare, "<!doctype html><p>x</p><script>alert(1)</script>");
        try (ReportPage browser = new ReportPage(ColorScheme.LIGHT)) {
            browser.open(bare, "");
            assertThat(browser.alarms()).containsExactly("dialog: 1");
        }
    }

    @Test
    void theJUnitFileIsWellFormedAndHoldsNoControls() throws Exception {
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(run.junit().toFile());
        assertThat(document.getElementsByTagName("testcase").getLength())
                .isEqualTo(Verdict.values().length + 1); // and the signal that a plan gates on
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(Files.readString(run.junit()).codePoints())
                .noneMatch(c -> (c < 0x20 && c != '\n' && c != '\t')
                        || (c >= 0x7f && c < 0xa0)
                        || c == 0x202e
                        || c == 0x2066
                        || c == 0x2028);
    }

    /** Its words are arguments and comments: the shell finds nothing to do but what the script itself says. */
    @Test
    void theCurlScriptRunsNothingOfTheTargets() throws Exception {
        Path script = folder.resolve("curl.sh");
        Path marker = folder.resolve("owned");
        String evil = HostileRun.EVIL + "'; touch '" + marker + "'; $(touch " + marker + ") `touch " + marker + "`";
        Exchange exchange = new Exchange(
                1,
                Instant.EPOCH,
                Duration.ZERO,
                Exchange.Sender.USER_AGENT,
                1,
                false,
                new Request(
                        "POST",
                        Url.of(Scheme.HTTP, "a.test", "/" + evil),
                        Headers.of("X-Evil", evil, "Referer", evil),
                        Body.of(evil)),
                new Response(200, evil, Headers.of(evil, evil), Body.EMPTY),
                null);
        CurlScript.write(script, evil, List.of(exchange), Map.of());
        Path curl = folder.resolve("bin/curl");
        Files.createDirectories(curl.getParent());
        Files.writeString(curl, "#!/bin/sh\nexit 0\n");
        assertThat(curl.toFile().setExecutable(true)).isTrue();
        ProcessBuilder bash = new ProcessBuilder("bash", script.toString()).redirectErrorStream(true);
        bash.environment().put("PATH", curl.getParent() + ":" + System.getenv("PATH"));
        bash.environment().put("COOKIEPROOF_WORK", folder.toString());
        Process running = bash.start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor()).as(said).isZero();
        assertThat(marker).doesNotExist();
        assertThat(said).doesNotContain("\u001b");
    }

    @Test
    void archivesAndAllureResultsAreJsonAndAllureShowsNoMarkupOfTheTargets() throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".har") || name.endsWith(".json")) {
                    assertThat(Files.readString(file))
                            .as(name)
                            .doesNotContain("\u001b")
                            .doesNotContain("\u0000");
                    JsonNode root = JSON.readTree(Files.readAllBytes(file));
                    assertThat(root.isMissingNode()).as(name).isFalse();
                    // Allure renders these two as they are.
                    assertThat(root.has("descriptionHtml")).as(name).isFalse();
                    assertThat(root.has("links") && !root.path("links").isEmpty())
                            .as(name)
                            .isFalse();
                }
            }
        }
    }

    private static void unfoldEverything(Page page) {
        page.evaluate("() => { for (let closed; (closed = document.querySelector('details:not([open])'));)"
                + " { closed.open = true; } }");
        page.waitForFunction("() => !document.querySelector('details > template')");
        assertThat(page.evaluate("document.querySelectorAll('.wire').length")).isNotEqualTo(0);
    }

    private static void openEveryCell(Page page) {
        for (int i = 0; i < Verdict.values().length; i++) {
            page.evaluate("i => document.getElementById('c' + i).click()", i);
            assertThat(page.locator("dialog#cell h2").textContent()).contains("<script>");
            page.evaluate("() => document.getElementById('cell').close()");
        }
    }
}
