package org.cookieproof.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Severity;
import org.cookieproof.http.Scheme;
import org.cookieproof.result.CellResult;
import org.cookieproof.result.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each injected regression is found, and the finding names what is really wrong. */
class InjectedRegressionIT {

    private static final Pattern INJECTED = Pattern.compile("= inject\\(\\s*\"([^\"]+)\"");

    @TempDir
    private Path reports;

    private List<CellResult> inject(String regression, String... profiles) {
        RunOutcome outcome =
                Runs.play(Selection.ofPlan("local").withInject(regression).withProfiles(List.of(profiles)), reports);
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.FINDING);
        assertThat(outcome.results()).noneMatch(r -> r.verdict() == Verdict.BROKEN);
        return outcome.results();
    }

    private static Predicate<Finding> finding(String check, String subject, String observed) {
        return f -> f.severity() == Severity.ERROR
                && f.check().equals(check)
                && f.subject().contains(subject)
                && f.observed().contains(observed);
    }

    private static Stream<Finding> in(List<CellResult> results, String scenario, String profile) {
        List<CellResult> cells = results.stream()
                .filter(r -> r.cell().scenario().value().equals(scenario)
                        && r.cell().profile().value().equals(profile))
                .toList();
        assertThat(cells).as("cells of " + scenario + " × " + profile).isNotEmpty();
        return cells.stream().flatMap(r -> r.findings().stream());
    }

    @Test
    void aSurvivingCentralSessionIsFoundAtTheCentralHost() {
        List<CellResult> results = inject("logout-central-session-survives", "okhttp", "chromium-headless-shell");
        assertThat(in(results, "logout/everywhere", "chromium-headless-shell"))
                .anyMatch(finding("deleted", "loginwikiSession of central", "no response"));
        assertThat(in(results, "logout/without-images", "okhttp"))
                .anyMatch(finding("signed-in-as", "identity at central", "the page says '"));
    }

    @Test
    void aSecureFlagOverHttpIsFoundOnTheLineThatCarriesIt() {
        List<CellResult> results = inject("api-secure-flag-over-http", "okhttp", "curl");
        assertThat(in(results, "api/two-leg-login", "okhttp"))
                .anyMatch(finding("no-secure-over-http", "cookie enwikiSession", "is Secure")
                        .and(f -> f.header().orElse("").matches("Set-Cookie: enwikiSession=.*; secure.*")))
                .anyMatch(finding("flow-two-leg-log-in", "/login/result = Success", "NeedToken"));
        assertThat(results)
                .filteredOn(r -> r.cell().scheme() == Scheme.HTTPS)
                .allMatch(r -> r.verdict() == Verdict.PASSED);
    }

    @Test
    void anEchoedDeletedKeepsTheAppOutAndNobodyElse() {
        List<CellResult> results = inject("deleted-literal-echo", "wikipedia-android-2016", "okhttp");
        assertThat(in(results, "api/app-client-login-after-logout", "wikipedia-android-2016"))
                .anyMatch(finding("flow-client-log-in", "client-log-in at first", "(absent)"));
        assertThat(in(results, "api/app-client-login-after-logout", "okhttp"))
                .noneMatch(f -> f.severity() == Severity.ERROR);
    }

    @Test
    void deletionsOfCookiesThatWereNeverSetAreFoundByName() {
        List<CellResult> results = inject("delete-never-set-cookies", "okhttp");
        assertThat(in(results, "api/two-leg-login", "okhttp"))
                .anyMatch(finding("no-deletion-of-unknown-cookie", "cookie enwikiUserID", "did not carry it"))
                .anyMatch(finding("no-deletion-of-unknown-cookie", "cookie centralauth_Token", "did not carry it"));
    }

    @Test
    void aStubThatIsNeverCompletedLeavesNobodySignedInElsewhere() {
        List<CellResult> results = inject("central-stub-never-completed", "okhttp", "chromium-headless-shell");
        assertThat(in(results, "auto-login/by-script", "chromium-headless-shell"))
                .anyMatch(finding("signed-in-as", "identity at central", "nobody"));
        assertThat(in(results, "auto-login/by-redirect", "okhttp"))
                .anyMatch(finding("signed-in-as", "identity at other", "nobody"));
    }

    @Test
    void aCentralSessionThatLosesItsUserIsFoundWhereTheVisitWasMade() {
        List<CellResult> results = inject("central-session-keys-lost", "okhttp");
        assertThat(in(results, "login/visits-cost-nothing", "okhttp"))
                .anyMatch(finding("signed-in-as", "identity at sibling", "the cookies alone nobody"));
    }

    @Test
    void anApexThatKeepsItsCookiesToItselfIsFoundByTheCookieThatStays() {
        List<CellResult> results = inject("login-fails-on-one-domain", "chromium-headless-shell");
        assertThat(in(results, "login/every-ordered-pair", "chromium-headless-shell"))
                .anyMatch(finding(
                        "deletion-matches-scope", "cookie centralauth_Session", "set with Domain=wikisource.test"));
    }

    @Test
    void aSessionThatCannotBeLoadedIsFoundByItsStatusAndItsCookie() {
        List<CellResult> results = inject("corrupt-session-is-500", "okhttp");
        assertThat(in(results, "session/corrupt", "okhttp"))
                .anyMatch(finding("no-server-error", "first /wiki/Main_Page: status 500", "500"))
                .anyMatch(finding("deleted", "cookie enwikiSession of first", "no response"));
    }

    @Test
    void aWriteForNobodyIsFoundInTheApiAndOnThePage() {
        List<CellResult> results = inject("logged-out-write-accepted", "okhttp");
        assertThat(in(results, "api/edit-asserted-as-user", "okhttp"))
                .anyMatch(finding("flow-edit-refused-by-api", "at first: /error/code = assertuserfailed", "(absent)"));
        assertThat(in(results, "edit/asserted-as-user", "okhttp"))
                .anyMatch(finding("page", "shows loss of session data", "it does not"));
    }

    @Test
    void aLogoutImageThatIsRefusedIsFoundByItsStatusAndTheCookiesThatStay() {
        List<CellResult> results = inject("logout-pixel-refused", "chromium-headless-shell");
        assertThat(in(results, "logout/images-find-nobody", "chromium-headless-shell"))
                .anyMatch(finding("response", "response of central to deleteCookies", "while still logged in"))
                .anyMatch(finding("deleted", "cookie loginwikiSession of central", "no response"));
    }

    @Test
    void aSessionIdThatALoginKeepsIsFoundByName() {
        List<CellResult> results = inject("session-fixation", "okhttp");
        assertThat(in(results, "login/form-over-https", "okhttp"))
                .anyMatch(finding("session-id-changes-at-login", "cookie enwikiSession", "nobody was signed in"));
    }

    @Test
    void cookiesOfAnEarlierScopeAreFoundByName() {
        List<CellResult> results = inject("duplicate-shadow-after-domain-change", "okhttp");
        assertThat(in(results, "session/cookies-of-an-earlier-scope", "okhttp"))
                .anyMatch(
                        finding("deletion-matches-scope", "cookie centralauth_Session", "the cookie is for the host"));
    }

    @Test
    void aLogoutServedOverHttpIsFoundByTheSecureCookiesThatStay() {
        List<CellResult> results = inject("leave-secure-cookies-alone", "okhttp");
        assertThat(in(results, "logout/asked-for-over-http", "okhttp"))
                .anyMatch(finding("page", "page: scheme", "http://en.wikipedia.test"))
                .anyMatch(finding("deletion-matches-scope", "cookie enwikiSession", "Secure cookie"));
    }

    @Test
    void anOutageThatDeletesCookiesIsFoundWhileItLasts() {
        List<CellResult> results = inject("store-outage-wipes-cookies", "okhttp");
        assertThat(in(results, "session/store-outage", "okhttp"))
                .anyMatch(finding("response", "Set-Cookie without", "enwikiSession=deleted"));
    }

    @Test
    void deletionsOfAnotherScopeAreFoundByName() {
        List<CellResult> results = inject("delete-scope-mismatch", "okhttp");
        assertThat(in(results, "logout/this-session", "okhttp"))
                .anyMatch(finding("deletion-matches-scope", "cookie enwikiSession", "its path is /w/"))
                .anyMatch(finding("deletion-matches-scope", "cookie centralauth_User", "it is for the host"));
    }

    @Test
    void aCookieOnAPageThatASharedCacheMayStoreIsFoundByName() {
        List<CellResult> results = inject("set-cookie-on-cacheable", "okhttp");
        assertThat(in(results, "cache/anonymous-article", "okhttp"))
                .anyMatch(finding("no-cookie-on-cacheable", "cookie WMF-Last-Access", "may give to anybody"));
    }

    @Test
    void aPreviewThatMayNotBeStoredIsFoundByItsHeaderAndByTheLostWords() {
        List<CellResult> results = inject("preview-uncacheable-for-history", "okhttp", "chromium-headless-shell");
        assertThat(in(results, "edit/preview-headers", "okhttp"))
                .anyMatch(finding("response", "Cache-Control without no-store", "no-store"));
        assertThat(in(results, "edit/back-keeps-the-preview", "chromium-headless-shell"))
                .anyMatch(finding("page-is-shown", "page after going back", "ERR_CACHE_MISS"));
    }

    @Test
    void aLogoutThatEndsOneSessionOnlyIsFoundAtTheOtherUserAgent() {
        List<CellResult> results = inject("logout-ends-one-session-only", "okhttp");
        assertThat(in(results, "logout/in-one-of-two-user-agents", "okhttp"))
                .anyMatch(finding("deleted", "phone: cookie enwikiSession of first", "no response"))
                .anyMatch(finding("signed-in-as", "phone: identity at first", "the cookies alone '"));
    }

    @Test
    void aFormThatIsTakenWithoutItsTokenIsFoundInTheOtherTabAndFromTheOtherSite() {
        List<CellResult> results = inject("form-token-not-checked", "chromium-headless-shell");
        assertThat(in(results, "login/in-two-tabs", "chromium-headless-shell"))
                .anyMatch(finding("page", "shows problem with your login session", "it does not"));
        assertThat(in(results, "login/from-a-link-of-another-site", "chromium-headless-shell"))
                .anyMatch(finding("response", "response of first to UserLogout", "enwikiSession=deleted"));
    }

    @Test
    void anAdoptedSessionIdIsFoundByTheOneThatIsNotSet() {
        List<CellResult> results = inject("unknown-session-id-adopted", "okhttp");
        assertThat(in(results, "login/planted-session-id", "okhttp"))
                .anyMatch(finding("set-cookie", "[session-bearing] cookies from first", "it sets none"));
    }

    @Test
    void aFormWhoseSecretIsOverwrittenIsFoundByTheSaveThatFails() {
        List<CellResult> results = inject("session-blob-last-write-wins", "okhttp");
        assertThat(in(results, "parallel/two-editors-of-one-session", "okhttp"))
                .anyMatch(finding("capture", "-is-saved: body", "it is not there"));
    }

    @Test
    void aPageThatIsReadAndWritesIsFoundByTheCount() {
        List<CellResult> results = inject("store-write-amplification", "okhttp");
        assertThat(in(results, "session/reading-writes-nothing", "okhttp"))
                .anyMatch(finding("counter", "writes of the session store by first", "2 writes"));
    }

    @Test
    void aPrefetchThatSignsOutIsFoundByWhatItDeletes() {
        List<CellResult> results = inject("prefetch-triggers-state-change", "okhttp");
        assertThat(in(results, "prefetch/pages-that-would-change-something", "okhttp"))
                .anyMatch(finding("response", "response of first", "enwikiSession=deleted"))
                .anyMatch(finding("signed-in-as", "identity at first", "nobody"));
    }

    @Test
    void aSessionThatNoCookieKeepsIsFoundByTheFirstEditAfterAReturn() {
        List<CellResult> results = inject("central-session-not-persistent", "okhttp");
        assertThat(in(results, "return-visit/first-edit-after-a-restart", "okhttp"))
                .anyMatch(finding("response", "response of first to action=submit: status", "status 200"));
    }

    @Test
    void aLoginThatIsRememberedUnaskedIsFoundByTheLifeOfItsCookies() {
        List<CellResult> results = inject("keep-me-logged-in-forced-on", "okhttp");
        assertThat(in(results, "login/not-remembered", "okhttp"))
                .anyMatch(finding("holds", "lifetime of enwikiSession at first", "it expires at"));
    }

    @Test
    void anImageThatSignsInWithoutCookiesIsFoundByTheLineThatLacks() {
        List<CellResult> results = inject("edge-login-cookies-after-body", "chromium-headless-shell");
        assertThat(in(results, "login/edge-login-by-images", "chromium-headless-shell"))
                .anyMatch(finding("response", "response of other to CentralAutoLogin/setCookies", "(absent)"));
    }

    @Test
    void cookiesThatCountAsLaxAreFoundWhereAnotherSiteShouldBringThem() {
        List<CellResult> results = inject("ss-lax-default", "chromium-headless-shell");
        assertThat(in(results, "login/edge-login-by-images", "chromium-headless-shell"))
                .anyMatch(finding("response", "response of other to CentralAutoLogin/setCookies", "none in this step"));
    }

    @Test
    void aNameThatIsReadAsAnotherIsFoundByTheLoginThatFails() {
        List<CellResult> results = inject("php-name-mangling", "okhttp");
        assertThat(in(results, "old-jar/names-that-look-alike", "okhttp"))
                .anyMatch(finding("flow-log-in", "log-in at first", "Log in"));
    }

    @Test
    void cookiesThatARedirectLosesAreFoundByTheSiteThatDoesNotKnowTheUser() {
        List<CellResult> results = inject("redirect-set-cookie-lost", "okhttp");
        assertThat(in(results, "login/another-account", "okhttp"))
                .anyMatch(finding("signed-in-as", "identity at sibling", "the page says nobody"));
    }

    @Test
    void aMaxAgeWithoutExpiresIsFoundOnEachLine() {
        List<CellResult> results = inject("maxage-only-becomes-rfc2965", "okhttp");
        assertThat(in(results, "login/remembered", "okhttp"))
                .anyMatch(finding("expiry-attributes-agree", "cookie centralauth_Token: no Expires", "Max-Age alone"));
    }

    @Test
    void aCookieSetAndDeletedAtOnceIsFoundByName() {
        List<CellResult> results = inject("forcehttps-flapping", "okhttp");
        assertThat(in(results, "logout/asked-for-over-http", "okhttp"))
                .anyMatch(finding("one-final-state", "cookie forceHTTPS", "is now deleted"));
    }

    @Test
    void aPageThatMayBeKeptAfterALogoutIsFoundByItsHeader() {
        List<CellResult> results = inject("bfcache-after-logout", "chromium-headless-shell");
        assertThat(in(results, "logout/back-after-logout", "chromium-headless-shell"))
                .anyMatch(finding(
                                "response",
                                "response of first to title=Special:UserLogin$: Cache-Control with no-store",
                                "private, max-age=3600")
                        .and(f -> f.header().orElse("").equals("Cache-Control: private, max-age=3600")));
    }

    @Test
    void aStrictCookieIsFoundWhereALinkOfAnotherSiteLeadsAndByItsName() {
        List<CellResult> results = inject("same-site-strict", "chromium-headless-shell");
        assertThat(in(results, "login/from-a-link-of-another-site", "chromium-headless-shell"))
                .anyMatch(finding("signed-in-as", "identity at first", "the page says nobody, the API '"))
                .anyMatch(f -> f.check().equals("cross-site-cookies-say-none")
                        && f.subject().equals("central cookie centralauth_Session")
                        && f.observed().contains("SameSite=STRICT"));
        assertThat(in(results, "login/embedded-in-another-site", "chromium-headless-shell"))
                .anyMatch(finding("capture", "body \"wgUserName\":", "it is not there"));
    }

    @Test
    void aCentralHostThatIsAskedAgainIsFoundByTheFormThatDoesNotShow() {
        List<CellResult> results = inject("top-level-auto-login-forgotten", "okhttp");
        assertThat(in(results, "auto-login/refused-by-a-blocker", "okhttp"))
                .anyMatch(finding("response", "response of first to title=Special:UserLogin: status 200", "status 302"))
                .anyMatch(finding("page", "page: site", "login.wikimedia.test"));
    }

    /** Of the sources: what a test injects cannot be told from its class. */
    @Test
    void everyRegressionOfTheProjectIsInjectedHere() throws IOException {
        Set<String> injected = INJECTED.matcher(
                        Files.readString(Path.of("src/test/java/org/cookieproof/run/InjectedRegressionIT.java")))
                .results()
                .map(m -> m.group(1))
                .collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(Path.of("ci/regressions"))) {
            assertThat(files.map(f -> f.getFileName().toString())
                            .filter(f -> !f.equals("README.md"))
                            .map(f -> f.replaceFirst("\\.yaml$", "")))
                    .containsExactlyInAnyOrderElementsOf(injected);
        }
    }
}
