package org.cookieproof.farm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TopLevelAutoLoginTest extends HealthyFarm {

    private static final String FORM = "/w/index.php?title=Special:UserLogin&returnto=Sandbox";

    @Test
    void asksTheCentralWikiBeforeShowingTheFormAndAsksOnce() {
        TestBrowser browser = browser();
        Exchange first = browser.get("https://" + EN + FORM);
        assertThat(first.status()).isEqualTo(302);
        assertThat(first.setCookies())
                .singleElement()
                .asString()
                .matches("CentralAuthAnonTopLevel=1; expires=[^;]*; Max-Age=86400; path=/; secure; SameSite=None");
        assertThat(first.field("Location"))
                .startsWith(
                        "https://login.wikimedia.test/wiki/Special:CentralAutoLogin/checkLoggedIn?type=redirect&returnUrlToken=");
        Exchange form = browser.followFrom(first);
        assertThat(form.url())
                .isEqualTo("https://en.wikipedia.test/w/index.php?title=Special:UserLogin&returnto=Sandbox"
                        + "&centralAuthAutologinTried=1&centralAuthError=Not+centrally+logged+in");
        assertThat(form.input("wpLoginToken")).endsWith("+\\");
        assertThat(browser.get("https://" + EN + FORM).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void signsInWithoutAFormWhoIsCentrallyLoggedIn(String scheme) {
        TestBrowser browser = browser();
        browser.logIn(scheme, EN, alice(), false);
        int before = browser.seen().size();
        Exchange page = browser.follow(scheme + "://" + SOURCE + FORM);
        assertThat(page.url()).isEqualTo(scheme + "://www.wikisource.test/wiki/Sandbox");
        assertThat(page.user()).contains("Alice");
        List<Exchange> hops = browser.seen().subList(before, browser.seen().size() - 1);
        assertThat(hops).hasSizeLessThanOrEqualTo(6).allMatch(hop -> hop.status() == 302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void endsOnTheFormWhenAllCookiesAreRefused(String scheme) {
        TestBrowser browser = browser();
        browser.refuseCookies();
        Exchange form = browser.follow(scheme + "://" + EN + FORM);
        assertThat(form.status()).isEqualTo(200);
        assertThat(form.url()).contains("Special:UserLogin");
        assertThat(browser.seen()).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void endsOnTheFormWhenOnlyThisWikisCookiesAreRefused() {
        TestBrowser browser = browser();
        browser.logIn("https", EN, alice(), false);
        browser.refuseCookies();
        int before = browser.seen().size();
        Exchange form = browser.follow("https://" + SOURCE + FORM);
        assertThat(form.status()).isEqualTo(200);
        assertThat(form.url()).endsWith("&centralAuthAutologinTried=1&centralAuthError=Lost+session");
        assertThat(browser.seen().size() - before).isLessThanOrEqualTo(6);
    }

    @Test
    void refusesAReturnThatItDidNotIssueOrHasSpent() {
        String check =
                "https://" + CENTRAL + "/wiki/Special:CentralAutoLogin/checkLoggedIn?type=redirect&wikiid=enwiki";
        TestBrowser browser = browser();
        assertThat(browser.get(check).status()).isEqualTo(400);
        assertThat(browser.get(check + "&returnUrlToken=https://evil.test/").status())
                .isEqualTo(400);
        String issued = browser.get("https://" + EN + FORM).field("Location");
        assertThat(browser.get(issued).status()).isEqualTo(302);
        assertThat(browser.get(issued).status()).isEqualTo(400);
        assertThat(browser.last().field("Content-Type")).startsWith("text/html");
    }

    @Test
    void goesOnlyToPagesOfTheSameWiki() {
        TestBrowser browser = browser();
        Exchange form = browser.follow("https://" + EN + "/w/index.php?title=Special:UserLogin&returnto=//evil.test/x");
        Exchange page = browser.followFrom(browser.submitLogin(form, alice(), false));
        assertThat(page.url()).isEqualTo("https://en.wikipedia.test/wiki///evil.test/x");
        assertThat(browser.seen()).allMatch(e -> !e.url().startsWith("https://evil"));
    }
}
