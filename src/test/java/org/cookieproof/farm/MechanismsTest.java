package org.cookieproof.farm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.cookieproof.farm.central.Unstub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each injected mechanism does on the wire, and that healthy farms do not. */
final class MechanismsTest {

    private static final String EN = "https://en.wikipedia.test";
    private static final String CENTRAL = "https://login.wikimedia.test";
    private static final String CHECK =
            CENTRAL + "/wiki/Special:CentralAutoLogin/checkLoggedIn?type=script&wikiid=enwiki&proto=https";

    private final TestClock clock = new TestClock();

    @Test
    void areChosenByTheirNamesInYaml() {
        assertThat(Mechanisms.healthy().with("central-unstub", "skip").of(Unstub.class))
                .isEqualTo(Unstub.SKIP);
        assertThat(List.of(
                                "central-token-mismatch:refuse",
                                "central-unstub:complete",
                                "secure-flag:request-scheme",
                                "deleted-literal:absent",
                                "deletions:known-to-client",
                                "cache-limiter:none",
                                "apex-central-cookies:domain",
                                "central-session-update:merge",
                                "form-secret:of-the-session",
                                "former-cookies:deleted",
                                "logged-out-writes:refuse",
                                "login-session-id:fresh",
                                "logout-commit:before-response",
                                "logout-confirmation:post-with-token",
                                "logout-over-http:sent-to-https",
                                "session-renewal:past-half-its-life",
                                "store-outage:keeps-cookies",
                                "unusable-session:discard")
                        .stream()
                        .map(pair -> pair.split(":"))
                        .map(pair -> Mechanisms.healthy().with(pair[0], pair[1])))
                .containsOnly(Mechanisms.healthy());
        assertThatThrownBy(() -> Mechanisms.healthy().with("nonsense", "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unknown mechanism 'nonsense'")
                .hasMessageContaining("central-unstub");
        assertThatThrownBy(() -> Mechanisms.healthy().with("cache-limiter", "private"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unknown value 'private' of cache-limiter; known: [none, nocache]");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void centralTokenMismatchFallBackToLocalSignsInAgainAfterLogout(boolean injected) {
        try (Farm farm = farm("central-token-mismatch", injected ? "fall-back-to-local" : "refuse")) {
            TestBrowser browser = loggedIn(farm);
            TestJar before = browser.jar().copy();
            browser.logOut("https", "en.wikipedia.test");
            Exchange end = browser.follow(CHECK);
            assertThat(end.body()).startsWith(injected ? "/* success */" : "/* Not centrally logged in */");
            assertThat(browser.get(EN + "/wiki/Main_Page").user().isPresent()).isEqualTo(injected);
            browser.useJar(before);
            assertThat(browser.get(CENTRAL + "/wiki/Main_Page").user().isPresent())
                    .isEqualTo(injected);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void centralUnstubSkipSignsInWhereThePasswordWasTypedAndNowhereElse(boolean injected) {
        try (Farm farm = farm("central-unstub", injected ? "skip" : "complete")) {
            TestBrowser browser = loggedIn(farm);
            assertThat(browser.get(EN + "/wiki/Main_Page").user()).contains("Alice");
            assertThat(browser.get("https://de.wikipedia.test/wiki/Main_Page").user())
                    .contains("Alice");
            Exchange refresh = browser.get(
                    CENTRAL + "/wiki/Special:CentralAutoLogin/refreshCookies?type=1x1&wikiid=enwiki&proto=https");
            assertThat(refresh.field("X-CentralAuth-Status")).isEqualTo(injected ? "Not logged in" : "success");
            assertThat(browser.get(CHECK.replace("enwiki", "sourceswiki")).status())
                    .isEqualTo(injected ? 200 : 302);
            assertThat(browser.get(CENTRAL + "/wiki/Main_Page").user().isEmpty())
                    .isEqualTo(injected);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void secureFlagAccountRequiresHttpsLocksOutApiClientsOverHttp(boolean injected) {
        try (Farm farm = farm("secure-flag", injected ? "account-requires-https" : "request-scheme")) {
            TestBrowser bot = new TestBrowser(farm, clock);
            String api = "http://en.wikipedia.test/w/api.php";
            Exchange first = bot.post(api, "action", "login", "lgname", "Alice");
            assertThat(first.setCookies()).hasSize(1).allMatch(line -> line.contains("; secure") == injected);
            String token = first.body().replaceAll(".*\"token\":\"([0-9a-f]{40}).*", "$1") + "+\\";
            Exchange second = bot.post(
                    api,
                    "action",
                    "login",
                    "lgname",
                    "Alice",
                    "lgpassword",
                    farm.accounts().get(0).password(),
                    "lgtoken",
                    token);
            assertThat(second.body()).contains(injected ? "NeedToken" : "Success");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void deletedLiteralValueMakesEchoingClientsLoop(boolean injected) {
        try (Farm farm = farm("deleted-literal", injected ? "value" : "absent")) {
            for (String echo : List.of("enwikiUserID=deleted", "centralauth_User=deleted")) {
                TestBrowser bot = new TestBrowser(farm, clock);
                String api = EN + "/w/api.php";
                Exchange first = bot.postWith(echo, api, "action", "login", "lgname", "Alice");
                String token = first.body().replaceAll(".*\"token\":\"([0-9a-f]{40}).*", "$1") + "+\\";
                String session =
                        bot.jar().value("en.wikipedia.test", "enwikiSession").orElseThrow();
                Exchange second = bot.postWith(
                        "enwikiSession=" + session + "; " + echo,
                        api,
                        "action",
                        "login",
                        "lgname",
                        "Alice",
                        "lgpassword",
                        farm.accounts().get(0).password(),
                        "lgtoken",
                        token);
                assertThat(second.body()).as(echo).contains(injected ? "NeedToken" : "Success");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void deletionsAlwaysTellsClientsToDeleteWhatTheyNeverHad(boolean injected) {
        try (Farm farm = farm("deletions", injected ? "always" : "known-to-client")) {
            Exchange first = new TestBrowser(farm, clock).post(EN + "/w/api.php", "action", "login", "lgname", "Alice");
            assertThat(first.cookieNames())
                    .isEqualTo(
                            injected
                                    ? List.of(
                                            "enwikiSession",
                                            "-enwikiUserID",
                                            "-enwikiToken",
                                            "-centralauth_User",
                                            "-centralauth_Token",
                                            "-centralauth_Session")
                                    : List.of("enwikiSession"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void cacheLimiterNocacheKeepsPreviewsOutOfTheHistory(boolean injected) {
        try (Farm farm = farm("cache-limiter", injected ? "nocache" : "none")) {
            TestBrowser browser = new TestBrowser(farm, clock);
            String submit = EN + "/w/index.php?title=Sandbox&action=submit";
            Exchange preview = browser.post(submit, "wpTextbox1", "x", "wpEditToken", "+\\", "wpPreview", "1");
            assertThat(preview.body()).contains("wikiPreview");
            assertThat(preview.field("Cache-Control"))
                    .isEqualTo(
                            injected ? "no-store, no-cache, must-revalidate" : "private, must-revalidate, max-age=0");
            assertThat(preview.field("Pragma")).isEqualTo(injected ? "no-cache" : "-");
            assertThat(preview.field("Expires"))
                    .isEqualTo(injected ? "Thu, 19 Nov 1981 08:52:00 GMT" : "Thu, 01 Jan 1970 00:00:00 GMT");
            assertThat(browser.get(EN + "/wiki/Main_Page").field("Pragma")).isEqualTo("-");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void centralSessionUpdateReplaceEndsTheSessionAfterAVisitElsewhere(boolean injected) {
        try (Farm farm = farm("central-session-update", injected ? "replace" : "merge")) {
            TestBrowser browser = loggedIn(farm);
            assertThat(browser.get("https://de.wikipedia.test/wiki/Main_Page").user())
                    .contains("Alice");
            assertThat(browser.get(EN + "/wiki/Main_Page").user().isEmpty()).isEqualTo(injected);
            assertThat(browser.last().cookieNames().contains("-centralauth_Session"))
                    .isEqualTo(injected);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void logoutCommitTwoSecondsLaterMakesTheImagesRefuse(boolean injected) {
        try (Farm farm = farm("logout-commit", injected ? "two-seconds-later" : "before-response")) {
            TestBrowser browser = loggedIn(farm);
            browser.logOut("https", "en.wikipedia.test");
            String image = CENTRAL + "/wiki/Special:CentralAutoLogin/deleteCookies?type=icon";
            Exchange soon = browser.get(image);
            assertThat(soon.field("X-CentralAuth-Status"))
                    .isEqualTo(injected ? "Cannot delete cookies while still logged in" : "success");
            assertThat(soon.cookieNames().isEmpty()).isEqualTo(injected);
            clock.advance(java.time.Duration.ofSeconds(2));
            assertThat(browser.get(image).field("X-CentralAuth-Status")).isEqualTo("success");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void loginSessionIdKeptLetsAPlantedSessionSignIn(boolean injected) {
        try (Farm farm = farm("login-session-id", injected ? "kept" : "fresh")) {
            TestBrowser browser = new TestBrowser(farm, clock);
            Exchange form = browser.follow(EN + "/w/index.php?title=Special:UserLogin&returnto=Main+Page");
            String before =
                    browser.jar().value("en.wikipedia.test", "enwikiSession").orElseThrow();
            browser.submitLogin(form, farm.accounts().get(0), false);
            assertThat(browser.jar()
                            .value("en.wikipedia.test", "enwikiSession")
                            .orElseThrow()
                            .equals(before))
                    .isEqualTo(injected);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void apexCentralCookiesForTheHostKeepTheUserOutOfTheApex(boolean injected) {
        try (Farm farm = farm("apex-central-cookies", injected ? "host" : "domain")) {
            TestBrowser browser = new TestBrowser(farm, clock);
            Account alice = farm.accounts().get(0);
            browser.logIn("https", "www.wikisource.test", alice, false);
            assertThat(browser.get("https://wikisource.test/wiki/Main_Page").user())
                    .contains("Alice");
            browser.logOut("https", "wikisource.test");
            browser.logIn("https", "wikisource.test", alice, false);
            assertThat(browser.get("https://wikisource.test/wiki/Main_Page")
                            .user()
                            .isEmpty())
                    .isEqualTo(injected);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void loggedOutWritesAcceptedIgnoreWhomTheyWereMeantFor(boolean injected) {
        try (Farm farm = farm("logged-out-writes", injected ? "accept" : "refuse")) {
            Exchange edit = new TestBrowser(farm, clock)
                    .post(
                            EN + "/w/api.php",
                            "action",
                            "edit",
                            "title",
                            "Sandbox",
                            "text",
                            "x",
                            "token",
                            "+\\",
                            "assert",
                            "user");
            assertThat(edit.body()).contains(injected ? "Success" : "assertuserfailed");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void unusableSessionFailAnswersWith500UntilTheCookieDies(boolean injected) {
        try (Farm farm = farm("unusable-session", injected ? "fail" : "discard")) {
            TestBrowser browser = loggedIn(farm);
            farm.controls().corruptSessions("Alice", org.cookieproof.farm.session.Corruption.TRUNCATED);
            assertThat(browser.get(EN + "/wiki/Main_Page").status()).isEqualTo(injected ? 500 : 200);
            assertThat(browser.get(EN + "/wiki/Main_Page").status()).isEqualTo(injected ? 500 : 200);
        }
    }

    private Farm farm(String key, String value) {
        Mechanisms mechanisms = Mechanisms.healthy().with(key, value);
        return Farm.start(
                FarmSettings.defaults().withClock(clock).withAccountCount(2).withMechanisms(mechanisms));
    }

    private TestBrowser loggedIn(Farm farm) {
        TestBrowser browser = new TestBrowser(farm, clock);
        browser.logIn("https", "en.wikipedia.test", farm.accounts().get(0), false);
        return browser;
    }
}
