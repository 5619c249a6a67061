package org.cookieproof.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.cookieproof.report.LargeRun;
import org.cookieproof.report.SampleRun;
import org.cookieproof.result.RunDirectory;
import org.cookieproof.result.RunRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three thousand cells in a real browser. Times are printed, not asserted: they are the machine's as much as ours. */
class HtmlReportIT {

    @TempDir
    static Path folder;

    private static Path file;
    private static ReportPage browser;

    @BeforeAll
    static void makeIt() throws IOException {
        RunDirectory run = new RunDirectory(folder);
        LargeRun.write(run);
        long began = System.nanoTime();
        HtmlReport.write(RunRecord.load(run), run.index());
        file = run.index();
        told("made in " + (System.nanoTime() - began) / 1_000_000 + " ms, " + Files.size(file) / 1024 + " KiB");
        browser = new ReportPage(ColorScheme.LIGHT);
    }

    @AfterAll
    static void end() {
        browser.close();
    }

    @AfterEach
    void nothingWentWrongAndNothingWasFetched() {
        assertThat(browser.alarms()).isEmpty();
        assertThat(browser.foreignRequests(file)).isEmpty();
    }

    @Test
    void opensWithAllCellsAndASmallTree() {
        Page page = open("");
        assertThat(page.locator(".matrix td > a").count()).isEqualTo(LargeRun.CELLS);
        assertThat(page.locator("article.finding").count()).isEqualTo(LargeRun.FINDINGS);
        int nodes = number(page, "document.getElementsByTagName('*').length");
        told("elements in the tree: " + nodes + "; loaded after "
                + number(page, "Math.round(performance.getEntriesByType('navigation')[0].loadEventEnd)")
                + " ms");
        // 3,000 cells of four elements, 150 findings of about fifty, and five unfolded ones.
        assertThat(nodes).isLessThan(30_000);
    }

    @Test
    void filtersByVerdictProfileSchemeTagAndTextAndKeepsThemInTheAddress() {
        Page page = open("");
        page.locator("label[for=show-failed]").click();
        assertThat(shown(page)).isEqualTo(1000);
        page.locator("#filter-p").selectOption("profile-6");
        assertThat(visible(page, ".matrix th.profile")).isEqualTo(2);
        page.locator("#filter-s").selectOption("https");
        assertThat(visible(page, ".matrix th.profile")).isEqualTo(1);
        page.locator("#filter-t").selectOption("tag-2");
        // All cells of this profile failed, and ten scenarios have the tag.
        assertThat(shown(page)).isEqualTo(10);
        assertThat(page.url()).endsWith("#v=failed&p=profile-6&s=https&t=tag-2");
        page.locator("#filter-clear").click();
        assertThat(shown(page)).isEqualTo(LargeRun.CELLS);
        page.locator("#filter-q").fill("scenario-17 profile-9");
        assertThat(shown(page)).isEqualTo(2);
        assertThat(visible(page, ".matrix tbody tr:not(.folder)")).isEqualTo(1);
        assertThat(page.url()).endsWith("#q=scenario-17+profile-9");
    }

    @Test
    void anAddressWithFiltersOpensFiltered() {
        Page page = open("#v=not-applicable&s=http");
        assertThat(shown(page)).isEqualTo(250);
        assertThat(page.locator("#show-not-applicable").isChecked()).isTrue();
        assertThat(page.locator("#filter-s").inputValue()).isEqualTo("http");
        assertThat(visible(page, "article.finding")).isZero();
    }

    @Test
    void filteringIsMeasured() {
        Page page = open("");
        int all = number(
                page,
                "(() => { const field = document.getElementById('filter-q'); const began = performance.now();"
                        + " for (const word of ['s','sc','scenario-3','cookie number-7','', 'zzz', '']) {"
                        + " field.value = word; field.dispatchEvent(new Event('input'));"
                        + " document.body.getBoundingClientRect(); }"
                        + " return Math.round((performance.now() - began) / 7); })()");
        told("one filtering with its layout: " + all + " ms");
        assertThat(shown(page)).isEqualTo(LargeRun.CELLS);
    }

    @Test
    void aFindingUnfoldsItsEvidenceAndNarrowsTheTableDown() {
        Page page = open("");
        var last = page.locator("article.finding").last();
        assertThat(last.locator(".wire").count()).isZero();
        last.locator("details.evidence > summary").press("Enter");
        last.locator(".timeline svg[role=img]").waitFor();
        assertThat(last.locator(".command button").count()).isEqualTo(2);
        String fingerprint = last.getAttribute("id").substring(2);
        page.evaluate("f => { location.hash = 'f=' + f; }", fingerprint);
        page.waitForFunction("() => document.getElementById('filter-status').textContent.includes('with finding')");
        assertThat(shown(page)).isBetween(1, 60);
        assertThat(visible(page, "article.finding")).isEqualTo(1);
    }

    @Test
    void aFlakyCellsAttemptsStandSideBySideAndAKnownOneNamesItsOwner() throws IOException {
        RunDirectory run = new RunDirectory(folder.resolve("sample"));
        SampleRun.write(run.root());
        HtmlReport.write(RunRecord.load(run), run.index());
        Page page = browser.open(run.index(), "");
        page.locator(".matrix td.v-flaky a").click();
        var cards = page.locator("dialog .attempts > li");
        assertThat(cards.count()).isEqualTo(2);
        assertThat(cards.nth(0).boundingBox().y).isEqualTo(cards.nth(1).boundingBox().y);
        assertThat(cards.nth(0).boundingBox().x).isLessThan(cards.nth(1).boundingBox().x);
        assertThat(cards.nth(0).innerText()).contains("Attempt 1", "failed", "8.3 s", "deletion-matches-scope");
        assertThat(cards.nth(1).innerText()).contains("Attempt 2", "passed", "6.1 s");
        for (var link : page.locator("dialog .attempts a").all()) {
            assertThat(run.root().resolve(link.getAttribute("href"))).isRegularFile();
        }
        page.keyboard().press("Escape");
        page.locator(".matrix td.v-known a").click();
        assertThat(page.locator("dialog dl.cause").innerText())
                .contains(
                        "T124409", "platform@example.org", "2027-03-01", "the old jar keeps", "ci/known/local.yaml:3");
        page.keyboard().press("Escape");
        assertThat(browser.foreignRequests(run.index()))
                .as("but for the other page")
                .allMatch(r -> r.startsWith(file.toUri().toString()));
        browser.forgetRequests();
    }

    @Test
    void everythingIsReachedByTheKeyboard() {
        Page page = open("");
        page.keyboard().press("Tab");
        assertThat(focused(page, "className")).isEqualTo("skip");
        page.keyboard().press("/");
        assertThat(focused(page, "id")).isEqualTo("filter-q");
        page.keyboard().type("scenario-17");
        page.locator(".matrix td a[tabindex='0']").focus();
        String first = focused(page, "id");
        page.keyboard().press("ArrowRight");
        String second = focused(page, "id");
        assertThat(second).isNotEqualTo(first);
        assertThat(number(page, "document.querySelectorAll(\".matrix td a[tabindex='0']\").length"))
                .isEqualTo(1);
        page.keyboard().press("Enter");
        assertThat(page.locator("dialog#cell").isVisible()).isTrue();
        assertThat(page.locator("dialog .command code").first().textContent())
                .startsWith("./cookieproof repro 'flow-3/scenario-17 × ");
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog#cell").isVisible()).isFalse();
        assertThat(focused(page, "id")).isEqualTo(second);
        assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                .isEqualTo("solid");
    }

    private static Page open(String fragment) {
        Page page = browser.open(file, fragment);
        page.reload();
        return page;
    }

    private static int shown(Page page) {
        String status = page.locator("#filter-status").textContent();
        return Integer.parseInt(status.substring(0, status.indexOf(' ')));
    }

    private static int visible(Page page, String selector) {
        return number(
                page, "[...document.querySelectorAll('" + selector + "')].filter(e => !e.closest('[hidden]')).length");
    }

    private static String focused(Page page, String property) {
        return String.valueOf(page.evaluate("document.activeElement." + property));
    }

    private static int number(Page page, String expression) {
        return ((Number) page.evaluate(expression)).intValue();
    }

    /** What was measured stands in the build's log and, for who looks for it, in a file. */
    private static void told(String what) {
        System.out.println("HtmlReportIT: " + what);
        Path log = Path.of("target", "report-measured.txt");
        try {
            Files.write(
                    log,
                    (what + "\n").getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + log, e);
        }
    }
}
