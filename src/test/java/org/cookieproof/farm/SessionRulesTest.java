package org.cookieproof.farm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Facts sections 6 and 7.8 to 7.10, and session fixation. */
final class SessionRulesTest extends HealthyFarm {

    private static final String MAIN = "https://" + EN + "/wiki/Main_Page";

    @Test
    void givesANewIdAtLoginAndEndsTheOldOne() {
        TestBrowser browser = browser();
        Exchange form = browser.follow("https://" + EN + "/wiki/Special:UserLogin");
        String before = browser.jar().value(EN, "enwikiSession").orElseThrow();
        browser.followFrom(browser.submitLogin(form, alice(), false));
        assertThat(browser.jar().value(EN, "enwikiSession")).isPresent().isNotEqualTo(Optional.of(before));
        Exchange planted = browser().getWith("enwikiSession=" + before, MAIN);
        assertThat(planted.user()).isEmpty();
    }

    @Test
    void neverAdoptsAnUnknownId() {
        String invented = "abcdefghijklmnopqrstuvabcdefghij";
        Exchange answer = browser().getWith("enwikiSession=" + invented, MAIN);
        assertThat(answer.setCookie("enwikiSession")).get().asString().doesNotContain(invented);
        assertThat(answer.field("Cache-Control")).startsWith("private");
    }

    @Test
    void deletesAMalformedId() {
        Exchange answer = browser().getWith("enwikiSession=short", MAIN);
        assertThat(answer.cookieNames()).containsExactly("-enwikiSession");
    }

    @Test
    void doesNotTakeOneWikisIdForAnothers() {
        TestBrowser browser = browser();
        browser.follow("https://" + EN + "/wiki/Special:UserLogin");
        String id = browser.jar().value(EN, "enwikiSession").orElseThrow();
        Exchange answer = browser().getWith("dewikiSession=" + id, "https://" + DE + "/wiki/Main_Page");
        assertThat(answer.setCookie("dewikiSession")).get().asString().doesNotContain(id);
    }

    @Test
    void needsTheCentralUserAndASessionOrToken() {
        TestBrowser browser = browser();
        browser.logIn("https", EN, alice(), true);
        String session = "centralauth_Session="
                + browser.jar().value("wikipedia.test", "centralauth_Session").orElseThrow();
        String token = "centralauth_Token="
                + browser.jar().value("wikipedia.test", "centralauth_Token").orElseThrow();
        String local =
                "enwikiSession=" + browser.jar().value(EN, "enwikiSession").orElseThrow();
        TestBrowser other = browser();
        assertThat(other.getWith("centralauth_User=Alice; " + session, MAIN).user())
                .contains("Alice");
        assertThat(other.getWith("centralauth_User=Alice; " + token, MAIN).user())
                .contains("Alice");
        assertThat(other.getWith(session + "; " + token, MAIN).user()).isEmpty();
        assertThat(other.getWith(local + "; enwikiUserID=1", MAIN).user()).isEmpty();
        assertThat(other.getWith("centralauth_User=Bob; " + session, MAIN).user())
                .isEmpty();
        assertThat(other.getWith("centralauth_User=Alice; centralauth_Token=; " + session, MAIN)
                        .user())
                .isEmpty();
        assertThat(other.getWith("centralauth_User=Alice; enwikiUserID=7; enwikiUserName=Bob; " + session, MAIN)
                        .user())
                .contains("Alice");
    }

    @Test
    void takesTheFirstOfTwoCookiesWithOneName() {
        TestBrowser browser = browser();
        browser.logIn("https", EN, alice(), false);
        String good = "centralauth_Session="
                + browser.jar().value("wikipedia.test", "centralauth_Session").orElseThrow();
        String stale = "centralauth_Session=0123456789abcdef0123456789abcdef";
        TestBrowser other = browser();
        assertThat(other.getWith("centralauth_User=Alice; " + good + "; " + stale, MAIN)
                        .user())
                .contains("Alice");
        assertThat(other.getWith("centralauth_User=Alice; " + stale + "; " + good, MAIN)
                        .user())
                .isEmpty();
        assertThat(other.last().cookieNames()).containsExactly("-centralauth_User", "-centralauth_Session");
    }

    @Test
    void readsCookiesFromClumsyClients() {
        TestBrowser browser = browser();
        browser.logIn("https", EN, alice(), false);
        String session =
                browser.jar().value("wikipedia.test", "centralauth_Session").orElseThrow();
        String clumsy = "$Version=1;junk;centralauth_Session=" + session + ";centralauth_User=Alice;$Path=/; ;=x;"
                + "centralauth_Token=deleted; enwikiUserID=deleted";
        assertThat(browser().getWith(clumsy, MAIN).user()).contains("Alice");
    }

    @Test
    void treatsDeletedAsAbsent() {
        Exchange with =
                browser().getWith("enwikiUserID=deleted; centralauth_User=deleted; enwikiSession=deleted", MAIN);
        Exchange without = browser().get(MAIN);
        assertThat(with.transcript()).isEqualTo(without.transcript());
        assertThat(with.body()).isEqualTo(without.body());
    }

    @Test
    void outlivesItsLocalSessionButNotTheCentralOne() {
        TestBrowser browser = browser();
        browser.logIn("https", EN, alice(), false);
        String token = csrf(browser);
        clock.advance(Duration.ofMinutes(61));
        Exchange after = browser.get(MAIN);
        assertThat(after.user()).contains("Alice");
        assertThat(after.cookieNames()).contains("enwikiSession");
        assertThat(csrf(browser)).isNotEqualTo(token);
        clock.advance(Duration.ofHours(25));
        Exchange gone = browser.get(MAIN);
        assertThat(gone.user()).isEmpty();
        assertThat(gone.cookieNames())
                .containsExactly("-enwikiSession", "-enwikiUserID", "-centralauth_User", "-centralauth_Session");
    }

    @Test
    void renewsSessionsThatAreUsed() {
        TestBrowser browser = browser();
        browser.logIn("https", EN, alice(), false);
        String token = csrf(browser);
        for (int i = 0; i < 100; i++) {
            clock.advance(Duration.ofMinutes(40));
            assertThat(browser.get(MAIN).setCookies()).isEmpty();
        }
        Exchange saved = browser.post(
                "https://" + EN + "/w/api.php", "action", "edit", "title", "Sandbox", "text", "x", "token", token);
        assertThat(saved.body()).contains("Success");
    }

    @Test
    void remembersOverARestartOnlyWhoAskedForIt() {
        TestBrowser remembered = browser();
        remembered.logIn("https", EN, alice(), true);
        remembered.jar().endSessions();
        clock.advance(Duration.ofDays(100));
        assertThat(remembered.get(MAIN).user()).contains("Alice");

        TestBrowser forgotten = browser();
        forgotten.logIn("https", EN, account(1), false);
        forgotten.jar().endSessions();
        assertThat(forgotten.get(MAIN).user()).isEmpty();
    }

    @Test
    void aLogoutEndsTheAccountsSessionsOnAllDevicesAndNoOther() {
        TestBrowser desk = browser();
        TestBrowser phone = browser();
        TestBrowser bob = browser();
        desk.logIn("https", EN, alice(), false);
        phone.logIn("https", DE, alice(), true);
        bob.logIn("https", EN, account(1), false);
        desk.logOut("https", EN);
        assertThat(phone.get("https://" + DE + "/wiki/Main_Page").user()).isEmpty();
        assertThat(bob.get(MAIN).user()).contains("Bob");
    }

    @Test
    void asksBeforeALogoutAndMindsTheToken() {
        TestBrowser browser = browser();
        browser.logIn("https", EN, alice(), false);
        String logout = "https://" + EN + "/wiki/Special:UserLogout";
        assertThat(browser.get(logout).user()).contains("Alice");
        assertThat(browser.post(logout, "wpEditToken", "+\\").user()).contains("Alice");
        assertThat(browser.get(MAIN).user()).contains("Alice");
    }

    @Test
    void refusesALoginTokenOfAnotherSession() {
        TestBrowser victim = browser();
        victim.follow("https://" + EN + "/wiki/Special:UserLogin");
        Exchange form = browser().follow("https://" + EN + "/wiki/Special:UserLogin");
        Exchange answer = victim.submitLogin(form, alice(), false);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("precaution against session hijacking");
        assertThat(answer.user()).isEmpty();
    }

    @Test
    void saysTheSameToAWrongNameAndAWrongPassword() {
        TestBrowser browser = browser();
        Exchange form = browser.follow("https://" + EN + "/wiki/Special:UserLogin");
        Account wrong = new Account("Alice", "wrong");
        Account unknown = new Account("Nobody at all", "wrong");
        for (Account account : List.of(wrong, unknown)) {
            Exchange answer = browser.submitLogin(form, account, false);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).contains("Incorrect username or password entered. Please try again.");
            assertThat(answer.setCookies()).isEmpty();
        }
    }

    private String csrf(TestBrowser browser) {
        return browser.get("https://" + EN + "/wiki/Special:UserLogout").input("wpEditToken");
    }
}
