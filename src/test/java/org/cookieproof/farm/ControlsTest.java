package org.cookieproof.farm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.cookieproof.farm.session.Corruption;
import org.cookieproof.farm.site.CentralScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What can be done to a running farm, and how a healthy one takes it. */
final class ControlsTest extends HealthyFarm {

    private static final String MAIN = "https://" + EN + "/wiki/Main_Page";
    private static final String APEX = "wikisource.test";

    private TestBrowser alice(boolean remember) {
        TestBrowser browser = browser();
        browser.logIn("https", EN, alice(), remember);
        return browser;
    }

    @ParameterizedTest
    @EnumSource
    void aCorruptSessionIsNobodysAndDeletedOnce(Corruption how) {
        TestBrowser browser = alice(false);
        assertThat(farm.controls().corruptSessions("Alice", how)).isPositive();
        Exchange first = browser.get(MAIN);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.user()).isEmpty();
        assertThat(first.cookieNames())
                .containsExactly("-enwikiSession", "-enwikiUserID", "-centralauth_User", "-centralauth_Session");
        Exchange second = browser.get(MAIN);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.cookieNames()).isEmpty();
    }

    @Test
    void aForgottenLocalSessionIsMadeAnew() {
        TestBrowser browser = alice(false);
        farm.controls().loseLocalSessions(Optional.of("Alice"));
        assertThat(browser.get(MAIN).user()).contains("Alice");
        assertThat(browser.last().cookieNames()).contains("enwikiSession");
        assertThat(browser.get(MAIN).cookieNames()).isEmpty();
    }

    @Test
    void aForgottenCentralSessionEndsALoginUnlessItIsRemembered() {
        TestBrowser remembered = alice(true);
        TestBrowser other = alice(false);
        farm.controls().loseCentralSessions(Optional.empty());
        assertThat(remembered.get(MAIN).user()).contains("Alice");
        assertThat(other.get(MAIN).user()).isEmpty();
    }

    @Test
    void aResetOfOneUserLeavesTheOthers() {
        TestBrowser browser = alice(true);
        TestBrowser bob = browser();
        bob.logIn("https", EN, account(1), true);
        farm.controls().endSessions(Optional.of("Alice"));
        assertThat(browser.get(MAIN).user()).isEmpty();
        assertThat(bob.get(MAIN).user()).contains("Bob");
        assertThatThrownBy(() -> farm.controls().endSessions(Optional.of("Nobody at all")))
                .hasMessageContaining("no account");
    }

    @Test
    void theClockAgesSessionsAndDatesAnswers() {
        TestBrowser browser = alice(false);
        farm.controls().advanceClock(Duration.ofHours(25));
        Exchange after = browser.get(MAIN);
        assertThat(after.user()).isEmpty();
        assertThat(after.field("Date")).isEqualTo("Sun, 22 Nov 2026 22:16:34 GMT");
    }

    @ParameterizedTest
    @EnumSource(
            value = FarmControls.StoreFailure.class,
            names = {"ERROR", "REFUSED", "TIMEOUT"})
    void anOutageOfTheStoreTouchesNoCookie(FarmControls.StoreFailure fault) {
        TestBrowser browser = alice(false);
        farm.controls().breakStore(fault, Duration.ofMillis(1));
        Exchange during = browser.get(MAIN);
        assertThat(during.status()).isEqualTo(200);
        assertThat(during.user()).isEmpty();
        assertThat(during.cookieNames()).isEmpty();
        assertThat(during.field("Cache-Control")).startsWith("private");
        farm.controls().mendStore();
        assertThat(browser.get(MAIN).user()).contains("Alice");
    }

    @Test
    void anEditThatNeedsTheStoreFailsCleanlyWhileItIsOut() {
        TestBrowser browser = alice(false);
        farm.controls().breakStore(FarmControls.StoreFailure.ERROR, Duration.ZERO);
        // A browser of its own, since a 503 is no invariant of a farm whose store works.
        Exchange during = new TestBrowser(farm, clock).get("https://" + EN + "/w/index.php?title=Sandbox&action=edit");
        assertThat(during.status()).isEqualTo(503);
        assertThat(during.cookieNames()).isEmpty();
        farm.controls().mendStore();
        assertThat(browser.get(MAIN).user()).contains("Alice");
    }

    @Test
    void anotherVersionKeepsAccountsAndSessions() {
        TestBrowser browser = alice(false);
        farm.switchTo(new Version(true, CentralScope.DOMAIN));
        assertThat(browser.get(MAIN).user()).contains("Alice");
        assertThat(browser()
                        .get("http://" + EN + "/w/index.php?title=Special:UserLogin")
                        .status())
                .isEqualTo(302);
    }

    @Test
    void cookiesOfAFormerScopeAreDeletedToo() {
        farm.switchTo(new Version(false, CentralScope.HOST));
        TestBrowser browser = alice(false);
        assertThat(browser.jar().value(EN, "centralauth_Session")).isPresent();
        farm.switchTo(new Version(false, CentralScope.DOMAIN_ONCE_HOST));
        assertThat(browser.get(MAIN).user()).contains("Alice");
        browser.logOut("https", EN);
        assertThat(browser.jar().value(EN, "centralauth_Session")).isEmpty();
        assertThat(browser.jar().value(EN, "centralauth_User")).isEmpty();
    }

    @Test
    void usesOfTheStoreAreCountedBySiteAndViewsAreCheap() {
        TestBrowser browser = alice(false);
        browser.get(MAIN);
        var before = farm.controls().storeUses().get(EN);
        browser.get(MAIN);
        var after = farm.controls().storeUses().get(EN);
        // The local session and the central one, each once.
        assertThat(after.reads() - before.reads()).isEqualTo(2);
        assertThat(after.writes()).isEqualTo(before.writes());
        browser().get(MAIN);
        assertThat(farm.controls().storeUses().get(EN)).isEqualTo(after);
    }

    @Test
    void theLogTellsWhoAndWhereAndNoSecret() {
        TestBrowser browser = alice(true);
        TestBrowser stranger = browser();
        Exchange form = stranger.follow("https://" + EN + "/w/index.php?title=Special:UserLogin&returnto=Main+Page");
        stranger.submitLogin(form, new Account("Alice", "wrong password"), false);
        stranger.submitLogin(form, new Account("hunter2 typed here", "x"), false);
        browser.logOut("https", EN);
        List<String> log = farm.controls().log();
        assertThat(log)
                .contains(
                        "2026-11-21T21:16:34Z enwiki login Alice",
                        "2026-11-21T21:16:34Z enwiki login-failed Alice",
                        "2026-11-21T21:16:34Z enwiki login-failed",
                        "2026-11-21T21:16:34Z enwiki logout Alice");
        assertThat(String.join("\n", log))
                .doesNotContain("wrong password", "hunter2", alice().password())
                .doesNotContainPattern("[0-9a-v]{32}");
    }

    @Test
    void theApexAndTheWikiBelowItShareALogin() {
        TestBrowser browser = browser();
        browser.logIn("https", APEX, alice(), false);
        assertThat(browser.jar().value(APEX, "apexwikiSession")).isPresent();
        assertThat(browser.get("https://" + SOURCE + "/wiki/Main_Page").user()).contains("Alice");
        browser.logOut("https", SOURCE);
        assertThat(browser.get("https://" + APEX + "/wiki/Main_Page").user()).isEmpty();
        browser.logIn("https", APEX, alice(), false);
        assertThat(browser.get("https://" + APEX + "/wiki/Main_Page").user()).contains("Alice");
    }

    @Test
    void aHopThatIsLoadedAgainSaysHowToStartOver() {
        TestBrowser browser = alice(false);
        String hop = browser.seen().stream()
                .map(Exchange::url)
                .filter(url -> url.contains("CentralLogin/complete"))
                .findFirst()
                .orElseThrow();
        Exchange again = browser.get(hop);
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.body()).contains("Special:UserLogin&amp;returnto=Main+Page");
        assertThat(again.cookieNames()).isEmpty();
        assertThat(browser.get(MAIN).user()).contains("Alice");
    }
}
