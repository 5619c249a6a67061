package org.cookieproof.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.cookieproof.evidence.CellId;
import org.cookieproof.evidence.CookieLife;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.ProfileId;
import org.cookieproof.evidence.Recording;
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
import org.cookieproof.report.CellArchive;
import org.cookieproof.report.SampleRun;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.KnownBites;
import org.cookieproof.result.ResultsFile;
import org.cookieproof.result.RunDirectory;
import org.cookieproof.result.RunKey;
import org.cookieproof.result.RunRecord;
import org.cookieproof.result.StepResult;
import org.cookieproof.result.Unreadable;
import org.cookieproof.result.Verdict;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {

    private static final String EVIL = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>&lt;";

    @TempDir
    Path folder;

    @Test
    void saysTheRunInOneGlance() {
        Document page = sample();
        assertThat(page.select("h1").text()).isEqualTo("8 of 120 cells failed");
        assertThat(page.title()).contains("8 of 120 cells failed").contains("mediawiki");
        assertThat(page.select(".facts dt").eachText())
                .containsExactly("Target", "Variant", "Plan", "Started", "Duration", "Run");
        assertThat(page.select(".facts dd").eachText()).contains("mediawiki", "centralauth", "4 min 12 s");
        int sum = page.select("fieldset.ledger label b").stream()
                .skip(1)
                .mapToInt(b -> Integer.parseInt(b.text()))
                .sum();
        assertThat(sum).isEqualTo(120);
    }

    @Test
    void theMatrixHasEveryCellWithColourSymbolAndWord() {
        Document page = sample();
        assertThat(page.select("table.matrix td[class^=v-]")).hasSize(120).allSatisfy(cell -> {
            assertThat(cell.select("[aria-hidden]").text()).isNotBlank();
            assertThat(cell.select(".vh").text()).isNotBlank();
            assertThat(cell.attr("title")).isNotBlank();
        });
        assertThat(page.select("th.scheme").eachText()).containsExactly("https", "http");
        assertThat(page.select("th.profile").eachText()).contains("ios-12 model");
    }

    @Test
    void everyLinkInThePageLeadsSomewhere() {
        Document page = sample();
        assertThat(page.select("a[href^=#]"))
                .isNotEmpty()
                .allSatisfy(a -> assertThat(page.getElementById(a.attr("href").substring(1)))
                        .as(a.outerHtml())
                        .isNotNull());
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(page.select("table.matrix td.v-failed a, table.matrix td.v-broken a, table.matrix td.v-not-run a"))
                .hasSize(8 + 1 + 10)
                .allSatisfy(a -> assertThat(a.attr("href")).isNotEqualTo("#" + a.id()));
        assertThat(page.select("table.matrix td[class^=v-] a")).hasSize(120);
    }

    @Test
    void aFindingShowsItsEvidence() {
        Element finding = sample().select("article.finding").get(0);
        assertThat(finding.select("h3").text()).isEqualTo("centralauth_Session, deleted by the logout at first");
        assertThat(finding.select(".rule").text())
                .contains("deletion-matches-scope")
                .contains("RFC6265bis-5.7");
        assertThat(finding.select(".expected dd").text()).contains("domain=.wikipedia.test");
        assertThat(finding.select(".observed dd").text()).contains("without a Domain");
        assertThat(finding.select(".chips li")).hasSize(10);
        assertThat(finding.select(".wire .line.cited"))
                .singleElement()
                .satisfies(line -> assertThat(line.text()).contains("Set-Cookie: centralauth_Session=deleted"));
        assertThat(finding.select(".rule a").eachAttr("href"))
                .containsExactly("https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-5.7");
        assertThat(finding.select(".fate").eachText()).anyMatch(f -> f.contains("found no centralauth_Session"));
        assertThat(finding.select("table.jar tr.j-gone").eachText()).isNotEmpty();
        assertThat(finding.select(".command code").eachText())
                .containsExactly(
                        "./cookieproof repro 'logout/everywhere × chromium × https'",
                        "./cookieproof run --scenario logout/everywhere --profile chromium --scheme https"
                                + " --target mediawiki --variant centralauth");
        assertThat(finding.select(".steps .s-failed")).hasSize(1);
        assertThat(finding.select("img.screen").attr("src")).startsWith("data:image/png;base64,");
    }

    @Test
    void thePictureShowsTheCookieOfTheFindingFirstAndItsExchange() {
        Element picture = sample().select("article.finding svg[role=img]").get(0);
        assertThat(picture.select("g.row").get(0).select(".cookie").text()).isEqualTo("centralauth_Session");
        assertThat(picture.select("g.row.subject")).isNotEmpty();
        assertThat(picture.select("text.tick.cited").text()).isEqualTo("8");
        assertThat(picture.select("g.mark.set, g.mark.sent, g.mark.replaced, g.mark.deleted, g.mark.refused"))
                .allSatisfy(mark -> assertThat(mark.select("title").text()).startsWith("#"));
        assertThat(picture.select("g.mark.refused title").text()).contains("6265bis");
    }

    @Test
    void listsTellEveryReasonAndTheExceptions() {
        Document page = sample();
        assertThat(page.select(".reasons h2").eachText())
                .containsExactly("Broken 1", "Flaky 1", "Known failures 1", "Not run 10", "Not applicable 12");
        assertThat(page.select(".reasons .reason").eachText())
                .contains("the profile has no scripts", "the target has no preview flow");
        assertThat(page.select("table.plain tbody tr"))
                .singleElement()
                .satisfies(row -> assertThat(row.text())
                        .contains("session-cookie-httponly")
                        .contains("T5233"));
    }

    @Test
    void aKnownFindingSaysWhoseItIsAndUntilWhen() {
        Document page = sample();
        assertThat(page.select("article.finding .known dl.cause"))
                .singleElement()
                .satisfies(cause -> assertThat(cause.text())
                        .isEqualTo("Bug T124409 Owner platform@example.org Until 2027-03-01"
                                + " Reason the old jar keeps what the logout left Entry ci/known/local.yaml:3"));
        assertThat(page.select("article.finding .known h4").text()).isEqualTo("Known issue in 1 of 10 cells");
        // The other finding of that cell is put down to nothing.
        assertThat(page.select("article.finding:has(.known) .rule code").first().text())
                .isEqualTo("deletion-matches-scope");
        assertThat(page.select("#stale")).isEmpty();
    }

    @Test
    void entriesThatNoLongerHoldAreShownWithTheirLines() {
        SampleRun.write(folder);
        RunDirectory run = new RunDirectory(folder);
        KnownBites.Entry gone =
                new KnownBites.Entry("ci/known/a.yaml", 3, List.of("  - scenario: x", "    bug: T1"), SampleRun.CAUSE);
        KnownBites.Entry late = new KnownBites.Entry("ci/known/b.yaml", 9, List.of("  - bug: T2"), SampleRun.CAUSE);
        new KnownBites(List.of(late), List.of(gone)).write(run.known());
        Document page = Jsoup.parse(HtmlReport.render(RunRecord.load(run)));
        assertThat(page.select(".notice a[href=#stale]").text()).isEqualTo("2 known issues");
        assertThat(page.select("#stale h3").eachText())
                .containsExactly(
                        "Did not happen in the cells that ran: remove these lines",
                        "Expired: mend it, or agree on a new day with platform@example.org");
        assertThat(page.select("#stale .line").eachText())
                .containsExactly(
                        "ci/known/a.yaml:3 - scenario: x", "ci/known/a.yaml:4 bug: T1", "ci/known/b.yaml:9 - bug: T2");
    }

    @Test
    void attemptsStandSideBySideWithoutTheScriptToo() {
        Document page = sample();
        assertThat(page.select("#list-flaky ~ details ol.attempts > li").eachText())
                .containsExactly(
                        "Attempt 1 ✕ failed 8.3 s deletion-matches-scope Recording (HAR) Screenshot"
                                + " Cookie lives (JSON) Jars (JSON)",
                        "Attempt 2 ✓ passed 6.1 s nothing amiss Recording (HAR) Cookie lives (JSON)");
    }

    @Test
    void needsNoNetworkAndForbidsAllButItsOwn() {
        Document page = sample();
        assertThat(page.select("link, iframe, object, embed, script[src], form, base"))
                .isEmpty();
        assertThat(page.select("img")).allSatisfy(i -> assertThat(i.attr("src")).startsWith("data:"));
        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .contains("default-src 'none'")
                .containsPattern("script-src 'sha256-[^']+'")
                .doesNotContain("unsafe");
        assertThat(page.select("[style]")).isEmpty();
        assertThat(page.select("script:not([type])").html()).doesNotContain("http");
        assertThat(page.select("a[href^=http]"))
                .isNotEmpty()
                .allSatisfy(a -> assertThat(SourceLinks.isOurs(a.attr("href"))).isTrue());
        assertThat(page.select("style").html()).doesNotContain("url(");
    }

    @Test
    void whateverATargetSendsIsOnlyShown() {
        RunDirectory run = new RunDirectory(folder);
        hostile(run);
        Document page = Jsoup.parse(HtmlReport.render(RunRecord.load(run)));
        assertThat(page.select("script:not([type])")).hasSize(1);
        assertThat(page.select("script[type]"))
                .singleElement()
                .satisfies(data -> assertThat(data.data()).doesNotContain("<").contains("\\u003cscript\\u003e"));
        assertThat(page.select("img")).isEmpty();
        assertThat(page.getAllElements())
                .allSatisfy(e -> assertThat(e.attributes())
                        .noneMatch(
                                a -> a.getKey().startsWith("on") || a.getValue().startsWith("javascript")));
        assertThat(page.select(".wire .line").eachText()).anyMatch(l -> l.contains("<script>alert(1)</script>"));
        assertThat(page.select("h3").text()).contains("<script>alert(1)</script>");
        assertThat(page.select("g.row title").text()).contains("<script>alert(1)</script>");
        assertThat(page.select(".command code").text()).contains("'\\''").contains("--inject");
    }

    @Test
    void aRunThatWasKilledSaysSo() {
        SampleRun.write(folder);
        RunDirectory run = new RunDirectory(folder);
        List<CellResult> told = ResultsFile.read(run.results()).results();
        RunRecord killed = new RunRecord(
                run,
                RunRecord.load(run).manifest(),
                RunRecord.load(run).results().stream()
                        .map(r -> told.indexOf(r) < 100 ? r : notRun(r))
                        .toList(),
                List.of(new Unreadable(101, "torn: the run was killed in it")),
                Optional.empty());
        Document page = Jsoup.parse(HtmlReport.render(killed));
        assertThat(page.select(".notice").eachText())
                .anyMatch(n -> n.contains("ended before 20 planned cells"))
                .anyMatch(n -> n.contains("results.jsonl:101"));
        assertThat(page.select(".facts dd").eachText()).contains("has not ended by itself");
    }

    @Test
    void aThousandCellsWithAHundredFindingsStaySmall() {
        RunDirectory run = new RunDirectory(folder);
        RunKey key = new RunKey("r1", "farm", "default", Optional.empty());
        try (ResultsFile results = ResultsFile.open(run.results())) {
            for (int scenario = 0; scenario < 40; scenario++) {
                for (int profile = 0; profile < 25; profile++) {
                    results.append(many(key, scenario, profile));
                }
            }
        }
        RunRecord record = RunRecord.load(run);
        String html = HtmlReport.render(record);
        assertThat(record.ledger().planned()).isEqualTo(1000);
        assertThat(html.length()).isLessThan(3_000_000);
        assertThat(Jsoup.parse(html).select("table.matrix td[class^=v-]")).hasSize(1000);
    }

    private Document sample() {
        SampleRun.write(folder);
        return Jsoup.parse(HtmlReport.render(RunRecord.load(new RunDirectory(folder))));
    }

    private static CellResult many(RunKey key, int scenario, int profile) {
        boolean failed = (scenario * 25 + profile) % 5 == 0;
        List<Finding> findings = new ArrayList<>();
        if (failed) {
            findings.add(new Finding(
                    "check-" + scenario % 10,
                    "T" + scenario,
                    Severity.ERROR,
                    "subject " + scenario % 100,
                    "this",
                    "that " + profile,
                    OptionalInt.empty(),
                    Optional.empty()));
        }
        return new CellResult(
                key,
                new CellId(
                        new ScenarioId("area-" + scenario % 6 + "/scenario-" + scenario),
                        new ProfileId("profile-" + profile),
                        profile % 2 == 0 ? Scheme.HTTPS : Scheme.HTTP),
                "Something happens for the " + scenario + "th time and nothing else does",
                "engine",
                failed ? Verdict.FAILED : Verdict.PASSED,
                failed ? "1 finding" : "",
                100,
                List.of(),
                findings,
                Map.of());
    }

    private static CellResult notRun(CellResult result) {
        return new CellResult(
                result.run(),
                result.cell(),
                result.title(),
                "",
                Verdict.NOT_RUN,
                RunDirectory.RUN_ENDED_FIRST,
                0,
                List.of(),
                List.of(),
                Map.of());
    }

    private static void hostile(RunDirectory run) {
        CellId cell = new CellId(new ScenarioId("a/" + EVIL), new ProfileId(EVIL), Scheme.HTTPS);
        Exchange exchange = new Exchange(
                1,
                Instant.parse("2026-11-21T21:16:34Z"),
                Duration.ofMillis(3),
                Exchange.Sender.USER_AGENT,
                1,
                false,
                new Request(
                        "GET",
                        Url.of(Scheme.HTTPS, "en.wikipedia.test", "/" + EVIL),
                        Headers.of("Cookie", EVIL + "=1"),
                        Body.EMPTY),
                new Response(200, EVIL, Headers.of(EVIL, EVIL, "Set-Cookie", EVIL + "=" + EVIL), Body.of(EVIL)),
                null);
        Recording recording = new Recording(List.of(exchange));
        Map<String, String> attachments = CellArchive.write(
                run,
                cell,
                recording,
                CookieLife.of(recording, PublicSuffixes.SINGLE_LABELS, Set.of()),
                Optional.of(EVIL.getBytes(StandardCharsets.UTF_8)));
        Finding finding = new Finding(
                EVIL, EVIL, Severity.ERROR, EVIL, EVIL, EVIL, OptionalInt.of(1), Optional.of(EVIL + ": " + EVIL));
        try (ResultsFile results = ResultsFile.open(run.results())) {
            results.append(new CellResult(
                    new RunKey(EVIL, EVIL, EVIL, Optional.of(EVIL)),
                    cell,
                    EVIL,
                    EVIL,
                    Verdict.FAILED,
                    EVIL,
                    1,
                    List.of(new StepResult(1, EVIL, EVIL, EVIL, 1)),
                    List.of(finding),
                    attachments));
        }
    }
}
