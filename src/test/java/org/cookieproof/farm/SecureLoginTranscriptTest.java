package org.cookieproof.farm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Facts 9.1 and 9.2 replayed, with the healthy form's differences: SameSite=None on https, one line for each cookie
 * (surprises 1 and 6), and the top-level auto-login before the form, which REL1_39 did not have yet.
 */
final class SecureLoginTranscriptTest extends HealthyFarm {

    private static final String FORM = "/w/index.php?title=Special%3AUserLogin&returnto=Main+Page";

    @Override
    FarmSettings settings(FarmSettings defaults) {
        return defaults.withAccountCount(1).withSecureLogin(true);
    }

    @Test
    void replaysALoginOverHttps() {
        TestBrowser browser = browser();
        browser.follow("https://" + EN + FORM);
        Exchange form = browser.get("https://" + EN + FORM);
        assertThat(form.transcript())
                .containsExactly(
                        "200",
                        "Vary: Accept-Encoding, Cookie",
                        "Expires: Thu, 01 Jan 1970 00:00:00 GMT",
                        "Cache-Control: no-cache, no-store, max-age=0, must-revalidate");
        assertThat(form.body()).contains("action=\"/w/index.php?title=Special:UserLogin&amp;returnto=Main+Page\"");

        Exchange password = browser.submitLogin(form, alice(), false);
        assertThat(password.transcript())
                .containsExactly(
                        "302",
                        "Set-Cookie: enwikiSession=ID; path=/; secure; HttpOnly; SameSite=None",
                        "Set-Cookie: enwikiUserID=1; expires=Mon, 21 Dec 2026 21:16:34 GMT; Max-Age=2592000; path=/; secure; HttpOnly; SameSite=None",
                        "Set-Cookie: enwikiUserName=Alice; expires=Mon, 21 Dec 2026 21:16:34 GMT; Max-Age=2592000; path=/; secure; HttpOnly; SameSite=None",
                        "Set-Cookie: forceHTTPS=true; path=/; domain=.wikipedia.test; HttpOnly",
                        "Set-Cookie: centralauth_User=Alice; expires=Mon, 21 Dec 2026 21:16:34 GMT; Max-Age=2592000; path=/; domain=.wikipedia.test; secure; HttpOnly; SameSite=None",
                        "Set-Cookie: centralauth_Session=ID; path=/; domain=.wikipedia.test; secure; HttpOnly; SameSite=None",
                        "Vary: Accept-Encoding, Cookie",
                        "Expires: Thu, 01 Jan 1970 00:00:00 GMT",
                        "Cache-Control: no-cache, no-store, max-age=0, must-revalidate",
                        "Location: https://login.wikimedia.test/wiki/Special:CentralLogin/start?token=ID");

        Exchange start = browser.get(password.field("Location"));
        assertThat(start.transcript())
                .containsExactly(
                        "302",
                        "Set-Cookie: loginwikiSession=ID; path=/; secure; HttpOnly; SameSite=None",
                        "Set-Cookie: loginwikiUserID=1; expires=Mon, 21 Dec 2026 21:16:34 GMT; Max-Age=2592000; path=/; secure; HttpOnly; SameSite=None",
                        "Set-Cookie: loginwikiUserName=Alice; expires=Mon, 21 Dec 2026 21:16:34 GMT; Max-Age=2592000; path=/; secure; HttpOnly; SameSite=None",
                        "Set-Cookie: forceHTTPS=true; path=/; HttpOnly",
                        "Set-Cookie: centralauth_User=Alice; expires=Mon, 21 Dec 2026 21:16:34 GMT; Max-Age=2592000; path=/; secure; HttpOnly; SameSite=None",
                        "Set-Cookie: centralauth_Session=ID; path=/; secure; HttpOnly; SameSite=None",
                        "Vary: Accept-Encoding, Cookie",
                        "Expires: Thu, 01 Jan 1970 00:00:00 GMT",
                        "Cache-Control: private, must-revalidate, max-age=0",
                        "Location: https://en.wikipedia.test/wiki/Special:CentralLogin/complete?token=ID");

        String sessionAtPassword = browser.jar().value(EN, "enwikiSession").orElseThrow();
        Exchange complete = browser.get(start.field("Location"));
        assertThat(complete.transcript())
                .containsExactly(
                        "302",
                        "Set-Cookie: enwikiSession=ID; path=/; secure; HttpOnly; SameSite=None",
                        "Set-Cookie: enwikiUserID=1; expires=Mon, 21 Dec 2026 21:16:34 GMT; Max-Age=2592000; path=/; secure; HttpOnly; SameSite=None",
                        "Set-Cookie: enwikiUserName=Alice; expires=Mon, 21 Dec 2026 21:16:34 GMT; Max-Age=2592000; path=/; secure; HttpOnly; SameSite=None",
                        "Set-Cookie: forceHTTPS=true; path=/; domain=.wikipedia.test; HttpOnly",
                        "Set-Cookie: centralauth_User=Alice; expires=Mon, 21 Dec 2026 21:16:34 GMT; Max-Age=2592000; path=/; domain=.wikipedia.test; secure; HttpOnly; SameSite=None",
                        "Set-Cookie: centralauth_Session=ID; path=/; domain=.wikipedia.test; secure; HttpOnly; SameSite=None",
                        "Vary: Accept-Encoding, Cookie",
                        "Expires: Thu, 01 Jan 1970 00:00:00 GMT",
                        "Cache-Control: private, must-revalidate, max-age=0",
                        "Location: https://en.wikipedia.test/wiki/Main_Page");
        assertThat(browser.jar().value(EN, "enwikiSession")).contains(sessionAtPassword);
        assertThat(browser.jar().value("wikipedia.test", "centralauth_Session"))
                .isEqualTo(browser.jar().value(CENTRAL, "centralauth_Session"));

        Exchange page = browser.get(complete.field("Location"));
        assertThat(page.transcript())
                .containsExactly(
                        "200",
                        "Vary: Accept-Encoding, Cookie",
                        "Expires: Thu, 01 Jan 1970 00:00:00 GMT",
                        "Cache-Control: private, must-revalidate, max-age=0");
        assertThat(page.field("Last-Modified")).isEqualTo("Sat, 21 Nov 2026 21:16:34 GMT");
        assertThat(page.user()).contains("Alice");
        assertThat(page.images())
                .containsExactly(
                        "//www.wikisource.test/wiki/Special:CentralAutoLogin/start?type=1x1&from=enwiki",
                        "//login.wikimedia.test/wiki/Special:CentralAutoLogin/refreshCookies?type=1x1&wikiid=enwiki&proto=https");
        assertThat(browser.get("https://en.wikipedia.test/wiki/Sandbox").images())
                .isEmpty();
    }

    @Test
    void signsInAtASiblingWithEachCookieOnce() {
        TestBrowser browser = browser();
        browser.logIn("https", EN, alice(), false);
        String central =
                browser.jar().value("wikipedia.test", "centralauth_Session").orElseThrow();
        Exchange sibling = browser.get("https://" + DE + "/wiki/Main_Page");
        assertThat(sibling.user()).contains("Alice");
        assertThat(sibling.cookieNames())
                .containsExactly(
                        "dewikiSession",
                        "dewikiUserID",
                        "dewikiUserName",
                        "forceHTTPS",
                        "centralauth_User",
                        "centralauth_Session");
        assertThat(browser.jar().value("wikipedia.test", "centralauth_Session")).contains(central);
        assertThat(browser.get("https://" + DE + "/wiki/Main_Page").setCookies())
                .isEmpty();
    }

    @Test
    void replaysALoginThatStartsOverHttp() {
        TestBrowser browser = browser();
        browser.follow("https://" + EN + FORM);
        browser.jar().remove(EN, "enwikiSession");
        Exchange moved = browser.get("http://" + EN + FORM);
        assertThat(moved.transcript())
                .containsExactly(
                        "302",
                        "Vary: Accept-Encoding, X-Forwarded-Proto, Cookie",
                        "Expires: Thu, 01 Jan 1970 00:00:00 GMT",
                        "Cache-Control: no-cache, no-store, max-age=0, must-revalidate",
                        "Location: https://en.wikipedia.test/w/index.php?title=Special:UserLogin&returnto=Main+Page&error=&fromhttp=1");
        Exchange form = browser.get(moved.field("Location"));
        assertThat(form.cookieNames()).containsExactly("enwikiSession");
        Exchange page = browser.followFrom(browser.submitLogin(form, alice(), true));
        assertThat(page.url()).isEqualTo("https://en.wikipedia.test/wiki/Main_Page");
        assertThat(page.user()).contains("Alice");
    }

    @Test
    void takesNoPasswordOverHttp() {
        TestBrowser browser = browser();
        Exchange answer = browser.post(
                "http://" + EN + FORM, "wpName", "Alice", "wpPassword", alice().password(), "wpLoginToken", "+\\");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.user()).isEmpty();
    }

    @Test
    void sendsHttpViewsToHttpsEveryTimeAndKeepsTheCookieThatSaysSo() {
        TestBrowser browser = browser();
        browser.logIn("https", EN, alice(), true);
        for (int view = 0; view < 3; view++) {
            Exchange moved = browser.get("http://" + EN + "/wiki/Main_Page?x=1");
            assertThat(moved.transcript())
                    .containsExactly(
                            "302",
                            "Vary: Accept-Encoding, X-Forwarded-Proto, Cookie",
                            "Expires: Thu, 01 Jan 1970 00:00:00 GMT",
                            "Cache-Control: private, must-revalidate, max-age=0",
                            "Location: https://en.wikipedia.test/wiki/Main_Page?x=1");
            assertThat(browser.followFrom(moved).user()).contains("Alice");
        }
    }

    @Test
    void doesNotRedirectTheApi() {
        TestBrowser browser = browser();
        browser.logIn("https", EN, alice(), true);
        Exchange answer =
                browser.get("http://" + EN + "/w/api.php?action=query&meta=userinfo&format=json&formatversion=2");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("\"anon\":true");
        assertThat(answer.setCookies()).isEmpty();
    }

    @Test
    void takesNoOtherValueForForceHttps() {
        assertThat(browser()
                        .getWith("forceHTTPS=false", "http://" + EN + "/wiki/Main_Page")
                        .status())
                .isEqualTo(200);
    }
}
