package org.cookieproof.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cookieproof.driver.ContractBench.first;
import static org.cookieproof.driver.ContractBench.html;
import static org.cookieproof.driver.ContractBench.other;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every Chromium does beyond what every user agent must do, whichever year it is of and whatever drives it. */
public interface EveryChromiumContract {

    ContractBench bench();

    private static ResponseDefinitionBuilder preview(String cacheControl) {
        return html("<form method=post><textarea name=text>as saved</textarea><input type=submit name=preview></form>"
                        + "<a id=away href='/away'>Away</a>")
                .withHeader("Cache-Control", cacheControl);
    }

    /** Types into a preview, goes away and comes back. */
    private Page previewLeaveAndGoBack(UserAgentSession session) {
        session.open(first("/edit"));
        session.submit(new Form("form", Map.of("text", "first draft"), Optional.of("preview")));
        session.fill("textarea", "second draft");
        assertThat(session.follow("#away").url()).isEqualTo(first("/away"));
        return session.goBack();
    }

    @Test
    default void keepsTextTypedIntoAPreviewThatMayBeStored() {
        bench().on(first("/edit"), preview("private, must-revalidate, max-age=0"));
        bench().on(first("/away"), html("<p>Away"));
        try (UserAgentSession session = bench().open()) {
            Page page = previewLeaveAndGoBack(session);
            assertThat(page.error()).isEmpty();
            assertThat(page.url()).isEqualTo(first("/edit"));
            assertThat(session.valueOf("textarea")).contains("second draft");
        }
        assertThat(bench().requestsFor(first("/edit"))).as("one GET, one POST").hasSize(2);
    }

    /** T124510. */
    @Test
    default void losesTextTypedIntoAPreviewThatMustNotBeStored() {
        bench().on(first("/edit"), preview("no-store"));
        bench().on(first("/away"), html("<p>Away"));
        try (UserAgentSession session = bench().open()) {
            Page page = previewLeaveAndGoBack(session);
            assertThat(page.error()).contains(tellsWhyNothingIsShown() ? "net::ERR_CACHE_MISS" : "not shown");
            assertThat(page.url()).isEqualTo(first("/edit"));
            assertThat(session.page()).as("still").isEqualTo(page);
            assertThat(session.valueOf("textarea")).isEmpty();
            assertThat(session.open(first("/away")).html()).contains("Away");
        }
    }

    @Test
    default void goesNoFurtherBackThanToItsEmptyStart() {
        bench().on(first("/only"), html("<p>Only"));
        try (UserAgentSession session = bench().open()) {
            session.open(first("/only"));
            assertThat(session.goBack().error()).isPresent();
            assertThat(session.goBack().html()).isEmpty();
        }
    }

    /** With certificate errors ignored it would ask each time. */
    @Test
    default void cachesSinceItTrustsTheCaForReal() {
        ResponseDefinitionBuilder page = html("<script src='/cached.js'></script>");
        bench().on(first("/one"), page);
        bench().on(first("/two"), page);
        bench().on(
                        first("/cached.js"),
                        WireMock.ok("document.title = 'ran'")
                                .withHeader("Content-Type", "text/javascript")
                                .withHeader("Cache-Control", "max-age=3600"));
        for (int run = 1; run <= 2; run++) {
            try (UserAgentSession session = bench().open()) {
                assertThat(session.open(first("/one")).html()).contains("ran");
                assertThat(session.open(first("/two")).html()).contains("ran");
            }
            assertThat(bench().requestsFor(first("/cached.js")))
                    .as("once a session")
                    .hasSize(run);
        }
    }

    @Test
    default void keepsItsHistoryWhenARequestNeedsATabOfItsOwn() {
        bench().on(first("/one"), html("<p>One"));
        bench().on(first("/two"), html("<p>Two"));
        bench().on(other("/api"), WireMock.okJson("{}"));
        try (UserAgentSession session = bench().open()) {
            session.open(first("/one"));
            session.open(first("/two"));
            assertThat(session.request(ApiRequest.get(other("/api"))).status()).isEqualTo(200);
            assertThat(session.goBack().html()).contains("One");
        }
        assertThat(bench().requestsFor(other("/robots.txt"))).hasSize(1);
    }

    @Test
    default void typesKeyByKeyOverWhatIsThere() {
        bench().on(
                        first("/keys"),
                        html("<input id=i value=old><textarea id=t>old</textarea><p id=p></p><script>let n = 0;"
                                + "i.onkeydown = () => p.textContent = ++n + ' keys';</script>"));
        try (UserAgentSession session = bench().open()) {
            session.open(first("/keys"));
            session.fill("#i", "abc");
            assertThat(session.page().html()).contains("3 keys");
            session.fill("#i", "käse");
            assertThat(session.valueOf("#i")).contains("käse");
            session.fill("#i", "");
            assertThat(session.valueOf("#i")).contains("");
            session.fill("#t", "two\nlines \uD83C\uDF6A");
            assertThat(session.valueOf("#t")).contains("two\nlines \uD83C\uDF6A");
            session.fill("#t", "long ".repeat(2_000));
            assertThat(session.valueOf("#t")).contains("long ".repeat(2_000));
        }
    }

    @Test
    default void confirmsThatItWantsToLeave() {
        bench().on(
                        first("/edit"),
                        html("<input><a id=away href='/away'>Away</a>"
                                + "<script>onbeforeunload = e => { e.preventDefault(); return 'stay?'; }</script>"));
        bench().on(first("/away"), html("<p>Away"));
        try (UserAgentSession session = bench().open()) {
            session.open(first("/away"));
            session.open(first("/edit"));
            session.fill("input", "typed");
            assertThat(session.follow("#away").html()).contains("Away");
            session.open(first("/edit"));
            session.fill("input", "typed");
            assertThat(session.goBack().html()).contains("Away");
        }
    }

    @Test
    default void followsALinkThatNoMouseCanReach() {
        bench().on(
                        first("/menu"),
                        html("<div style='display:none'><a id=hidden href='/away'>Away</a></div>"
                                + "<a id=covered href='/away'>Away</a>"
                                + "<div style='position:fixed;inset:0;background:#fff'>We use cookies</div>"));
        bench().on(first("/away"), html("<p>Away"));
        try (UserAgentSession session = bench().open()) {
            for (String link : List.of("#hidden", "#covered")) {
                session.open(first("/menu"));
                assertThat(session.follow(link).url()).isEqualTo(first("/away"));
            }
        }
    }

    @Test
    default void staysOnThePageWhenNothingIsNavigatedTo() {
        bench().on(
                        first("/still"),
                        html("<form onsubmit='document.title = 1; return false'><button>Go</button></form>"
                                + "<a id=part href='#part'>Part</a><a id=none href='/none'>None</a>"));
        bench().on(first("/none"), WireMock.noContent());
        try (UserAgentSession session = bench().open()) {
            session.open(first("/still"));
            assertThat(session.submit(new Form("form", Map.of(), Optional.empty()))
                            .url())
                    .isEqualTo(first("/still"));
            assertThat(session.follow("#part").url()).isEqualTo(first("/still"));
            assertThat(session.follow("#none").url()).isEqualTo(first("/still"));
            assertThat(session.open(first("/none")).error()).contains("net::ERR_ABORTED");
            assertThat(session.page().url()).isEqualTo(first("/still"));
        }
    }

    @Test
    default void readsAPageWhoseScriptsLeadOn() {
        for (int hop = 0; hop < 10; hop++) {
            bench().on(
                            first("/" + hop),
                            html("<script>addEventListener('load', () => setTimeout(() => location.replace('/"
                                    + (hop + 1) + "'), 20))</script>"));
        }
        bench().on(first("/10"), html("<p id=end>End"));
        try (UserAgentSession session = bench().open()) {
            Page page = session.open(first("/0"));
            while (!page.html().contains("End")) {
                assertThat(page.error()).isEmpty();
                session.valueOf("#end");
                page = session.page();
            }
        }
    }

    /** Headless shells do from Chromium 74 on, of those tested. */
    default boolean keepsItsCacheOnDisk() {
        return true;
    }

    /** Whether it gives a reason for a document that is not to be had from its cache: from Chromium 67 on. */
    default boolean tellsWhyNothingIsShown() {
        return true;
    }

    /** What is on disk outlives the process; what is not, does not. */
    @Test
    default void startsAgainWithItsCacheAndWithoutItsHistory() {
        bench().on(first("/page"), html("<script src='/cached.js'></script>"));
        bench().on(
                        first("/cached.js"),
                        WireMock.ok("document.title = 'ran'")
                                .withHeader("Content-Type", "text/javascript")
                                .withHeader("Cache-Control", "max-age=3600"));
        try (UserAgentSession session = bench().openToBeRestarted()) {
            session.open(first("/page"));
            session.restart();
            assertThatThrownBy(session::page).isInstanceOf(IllegalStateException.class);
            assertThat(session.open(first("/page")).html()).contains("ran");
        }
        assertThat(bench().requestsFor(first("/cached.js"))).hasSize(keepsItsCacheOnDisk() ? 1 : 2);
    }

    @Test
    default void endsABrowserWhosePageNeverComesToRest() {
        bench().on(first("/busy"), html("<script>setTimeout(() => { for (;;) {} }, 0)</script>"));
        bench().on(first("/fine"), html("<p>Fine"));
        try (UserAgentSession session = bench().open(Duration.ofSeconds(8))) {
            assertThatThrownBy(() -> {
                        session.open(first("/busy"));
                        session.page();
                    })
                    .isInstanceOf(UserAgentBrokenException.class);
            assertThatThrownBy(session::page).isInstanceOf(UserAgentBrokenException.class);
        }
        try (UserAgentSession session = bench().open()) {
            assertThat(session.open(first("/fine")).html()).contains("Fine");
        }
    }

    @Test
    default void clearsUpAfterABrowserThatWasKilled() throws Exception {
        bench().on(first("/alive"), html("<p>Alive"));
        Surroundings surroundings = bench().surroundings(Duration.ofSeconds(30));
        try (UserAgentDriver driver = bench().freshDriver()) {
            UserAgentSession session = driver.open(bench().profile(), surroundings);
            session.open(first("/alive"));
            ProcessHandle browser = browserOf(surroundings);
            browser.destroyForcibly();
            while (!commandLine(browser).isEmpty()) { // chromedriver leaves it a zombie, which never exits
                Thread.onSpinWait();
            }
            assertThatThrownBy(session::page).isInstanceOf(UserAgentBrokenException.class);
            assertThatThrownBy(session::jar).isInstanceOf(UserAgentBrokenException.class);
            session.close();
            assertThat(ProcessHandle.allProcesses().filter(p -> mentions(p, surroundings)))
                    .isEmpty();
            try (var left = Files.list(surroundings.scratch())) {
                assertThat(left).isEmpty();
            }
            try (UserAgentSession next = driver.open(bench().profile(), bench().surroundings(Duration.ofSeconds(30)))) {
                assertThat(next.open(first("/alive")).html()).contains("Alive");
            }
        }
    }

    /** Workers of a run do so at the same time, and one after another in one virtual machine. */
    @Test
    default void leavesNoProcessBehindOnSeveralThreads() throws Exception {
        bench().on(first("/alive"), html("<p>Alive"));
        Set<ProcessHandle> before = ProcessHandle.current().descendants().collect(Collectors.toSet());
        for (int round = 1; round <= 2; round++) {
            List<FutureTask<Void>> workers = Stream.generate(() -> new FutureTask<Void>(this::playTwoSessions))
                    .limit(2)
                    .toList();
            workers.forEach(worker -> new Thread(worker).start());
            for (FutureTask<Void> worker : workers) {
                worker.get();
            }
        }
        assertThat(ProcessHandle.current().descendants().collect(Collectors.toSet()))
                .isSubsetOf(before);
    }

    private Void playTwoSessions() {
        try (UserAgentDriver driver = bench().freshDriver()) {
            for (int time = 1; time <= 2; time++) {
                try (UserAgentSession session =
                        driver.open(bench().profile(), bench().surroundings(Duration.ofSeconds(60)))) {
                    assertThat(session.open(first("/alive")).html()).contains("Alive");
                }
            }
        }
        return null;
    }

    private static ProcessHandle browserOf(Surroundings surroundings) {
        return ProcessHandle.allProcesses()
                .filter(p -> mentions(p, surroundings)
                        && commandLine(p).contains("--proxy-server")
                        && !commandLine(p).contains("--type="))
                .findFirst()
                .orElseThrow();
    }

    private static boolean mentions(ProcessHandle process, Surroundings surroundings) {
        return commandLine(process).contains(surroundings.scratch().toString());
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
        } catch (IOException e) {
            return "";
        }
    }
}
