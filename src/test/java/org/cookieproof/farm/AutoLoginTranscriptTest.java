package org.cookieproof.farm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Facts 9.3, 9.4 and 9.5 replayed: auto-login by script and image, and the clean-up after a logout. */
final class AutoLoginTranscriptTest extends HealthyFarm {

    private static final String CHECK = "https://" + CENTRAL
            + "/wiki/Special:CentralAutoLogin/checkLoggedIn?type=script&wikiid=sourceswiki&proto=https";
    private static final List<String> NO_STORE = List.of(
            "Vary: Accept-Encoding, Cookie",
            "Expires: Thu, 01 Jan 1970 00:00:00 GMT",
            "Cache-Control: no-cache, no-store, max-age=0, must-revalidate");

    @Test
    void replaysTheScriptChainOfARememberedUser() {
        TestBrowser browser = browser();
        browser.logIn("https", EN, alice(), true);
        String central = browser.jar().value(CENTRAL, "centralauth_Session").orElseThrow();

        Exchange view = browser.get("https://" + SOURCE + "/wiki/Main_Page");
        assertThat(view.user()).isEmpty();
        assertThat(view.body()).contains("script.src = \"" + CHECK + "\"");

        Exchange check = browser.get(CHECK);
        assertThat(check.setCookies()).isEmpty();
        assertThat(check.transcript())
                .containsAll(NO_STORE)
                .contains("302")
                .contains(
                        "Location: https://www.wikisource.test/wiki/Special:CentralAutoLogin/createSession?token=ID&type=script&proto=https");
        Exchange create = browser.get(check.field("Location"));
        assertThat(create.transcript())
                .containsAll(NO_STORE)
                .contains(
                        "302",
                        "Set-Cookie: sourceswikiSession=ID; path=/; secure; HttpOnly; SameSite=None",
                        "Location: https://login.wikimedia.test/wiki/Special:CentralAutoLogin/validateSession?token=ID&wikiid=sourceswiki&type=script&proto=https");
        String anonymousId = browser.jar().value(SOURCE, "sourceswikiSession").orElseThrow();
        Exchange validate = browser.get(create.field("Location"));
        assertThat(validate.setCookies()).isEmpty();
        assertThat(validate.transcript())
                .containsAll(NO_STORE)
                .contains(
                        "Location: https://www.wikisource.test/wiki/Special:CentralAutoLogin/setCookies?type=script&proto=https");
        Exchange set = browser.get(validate.field("Location"));
        assertThat(set.transcript())
                .containsExactly(
                        "200",
                        "Set-Cookie: sourceswikiSession=ID; path=/; secure; HttpOnly; SameSite=None",
                        "Set-Cookie: sourceswikiUserID=1; expires=Thu, 20 May 2027 21:16:34 GMT; Max-Age=15552000; path=/; secure; HttpOnly; SameSite=None",
                        "Set-Cookie: sourceswikiUserName=Alice; expires=Thu, 20 May 2027 21:16:34 GMT; Max-Age=15552000; path=/; secure; HttpOnly; SameSite=None",
                        "Set-Cookie: centralauth_User=Alice; expires=Thu, 20 May 2027 21:16:34 GMT; Max-Age=15552000; path=/; domain=.wikisource.test; secure; HttpOnly; SameSite=None",
                        "Set-Cookie: centralauth_Token=ID; expires=Thu, 20 May 2027 21:16:34 GMT; Max-Age=15552000; path=/; domain=.wikisource.test; secure; HttpOnly; SameSite=None",
                        "Set-Cookie: centralauth_Session=ID; path=/; domain=.wikisource.test; secure; HttpOnly; SameSite=None",
                        NO_STORE.get(0),
                        NO_STORE.get(1),
                        NO_STORE.get(2));
        assertThat(set.body()).startsWith("/* success */\n");
        assertThat(set.field("Content-Type")).startsWith("text/javascript");
        assertThat(browser.jar().value(SOURCE, "sourceswikiSession"))
                .isPresent()
                .isNotEqualTo(Optional.of(anonymousId));
        assertThat(browser.jar().value("wikisource.test", "centralauth_Session"))
                .contains(central);

        Exchange tools = browser.get(
                "https://" + SOURCE + "/wiki/Special:CentralAutoLogin/toolslist?returnto=Main_Page&returntoquery=");
        assertThat(tools.field("X-CentralAuth-Status")).isEqualTo("OK");
        assertThat(tools.body()).startsWith("{\"toolslist\":\"\\u003Cli id=\\\"pt-userpage\\\"");
        assertThat(browser.get("https://" + SOURCE + "/wiki/Main_Page").user()).contains("Alice");
    }

    @Test
    void replaysTheEdgeLoginImagesAndSignsInByThem() {
        TestBrowser browser = browser();
        Exchange page = browser.logIn("https", EN, alice(), true);
        assertThat(page.images()).hasSize(2);
        String start = "https:" + page.images().get(0);

        Exchange first = browser.get(start);
        assertThat(first.transcript())
                .containsExactly(
                        "302",
                        "Vary: Accept-Encoding, Cookie",
                        "Cache-Control: s-maxage=1200, must-revalidate, max-age=0",
                        "Location: https://login.wikimedia.test/wiki/Special:CentralAutoLogin/checkLoggedIn?wikiid=sourceswiki&proto=https&type=1x1&from=enwiki");
        Exchange check = browser.get(first.field("Location"));
        assertThat(check.transcript())
                .contains(
                        "Location: https://www.wikisource.test/wiki/Special:CentralAutoLogin/createSession?token=ID&type=1x1&from=enwiki&proto=https");
        Exchange set = browser.followFrom(check);
        assertThat(set.url())
                .isEqualTo(
                        "https://www.wikisource.test/wiki/Special:CentralAutoLogin/setCookies?type=1x1&from=enwiki&proto=https");
        assertThat(set.field("Content-Type")).isEqualTo("image/png");
        assertThat(set.field("X-CentralAuth-Status")).isEqualTo("success");
        assertThat(set.cookieNames()).contains("sourceswikiSession", "centralauth_User");
        assertThat(browser.get("https://" + SOURCE + "/wiki/Main_Page").user()).contains("Alice");

        Exchange refresh = browser.get("https:" + page.images().get(1));
        assertThat(refresh.field("X-CentralAuth-Status")).isEqualTo("success");
        assertThat(refresh.setCookie("centralauth_Token"))
                .get()
                .asString()
                .contains("Max-Age=15552000; path=/; secure");
        assertThat(refresh.setCookie("loginwikiUserID")).get().asString().contains("Max-Age=15552000");
    }

    @Test
    void signsInByTheImageForBrowsersWithoutScripts() {
        TestBrowser browser = browser();
        browser.logIn("https", EN, alice(), false);
        Exchange view = browser.get("https://" + SOURCE + "/wiki/Main_Page");
        assertThat(view.body())
                .contains("<noscript><img src=\"//www.wikisource.test/wiki/Special:CentralAutoLogin/start?type=1x1\"");
        browser.fetchImages(view);
        assertThat(browser.get("https://" + SOURCE + "/wiki/Main_Page").user()).contains("Alice");
    }

    @Test
    void saysSoToEverybodyWhenNobodyIsCentrallyLoggedIn() {
        Exchange check = browser().get(CHECK);
        assertThat(check.transcript())
                .containsExactly(
                        "200",
                        "Vary: Accept-Encoding, Cookie",
                        "Cache-Control: s-maxage=1200, must-revalidate, max-age=0");
        assertThat(check.body()).startsWith("/* Not centrally logged in */\n").contains("CentralAuthAnon");
    }

    @Test
    void doesNotSignInWithoutTheSessionThatTheChainBeganIn() {
        TestBrowser browser = browser();
        browser.logIn("https", EN, alice(), false);
        Exchange create = browser.get(browser.get(CHECK).field("Location"));
        Exchange validate = browser.get(create.field("Location"));
        Exchange stranger = browser().get(validate.field("Location"));
        assertThat(stranger.body()).startsWith("/* Lost session */");
        assertThat(stranger.setCookies()).isEmpty();
    }

    @Test
    void takesEachTokenOnce() {
        TestBrowser browser = browser();
        browser.logIn("https", EN, alice(), false);
        String create = browser.get(CHECK).field("Location");
        String validate = browser.get(create).field("Location");
        assertThat(browser.get(create).body()).startsWith("/* Invalid parameters */");
        TestBrowser other = browser();
        other.logIn("https", EN, account(1), false);
        assertThat(other.get(validate).body()).startsWith("/* Invalid parameters */");
    }

    @Test
    void forgetsATokenAfterAMinute() {
        TestBrowser browser = browser();
        browser.logIn("https", EN, alice(), false);
        String create = browser.get(CHECK).field("Location");
        clock.advance(Duration.ofSeconds(60));
        assertThat(browser.get(create).body()).startsWith("/* Invalid parameters */");
    }

    @Test
    void keepsTheSessionOfSomebodyWhoIsSignedInAlready() {
        TestBrowser browser = browser();
        browser.logIn("https", EN, alice(), false);
        browser.follow(CHECK);
        String id = browser.jar().value(SOURCE, "sourceswikiSession").orElseThrow();
        assertThat(browser.follow(CHECK).body()).startsWith("/* success */");
        assertThat(browser.jar().value(SOURCE, "sourceswikiSession")).contains(id);
    }

    @Test
    void replaysALogoutAndItsImages() {
        TestBrowser browser = browser();
        Exchange page = browser.logIn("https", EN, alice(), true);
        browser.fetchImages(page);
        browser.get("https://" + DE + "/wiki/Main_Page");
        TestJar before = browser.jar().copy();

        Exchange logout = browser.logOut("https", EN);
        assertThat(logout.transcript())
                .containsExactly(
                        "200",
                        deletion("enwikiSession", ""),
                        deletion("enwikiUserID", ""),
                        deletion("centralauth_User", " domain=.wikipedia.test;"),
                        deletion("centralauth_Token", " domain=.wikipedia.test;"),
                        deletion("centralauth_Session", " domain=.wikipedia.test;"),
                        "Vary: Accept-Encoding, Cookie",
                        "Expires: Thu, 01 Jan 1970 00:00:00 GMT",
                        "Cache-Control: private, must-revalidate, max-age=0");
        assertThat(logout.user()).isEmpty();
        assertThat(logout.images())
                .contains(
                        "//www.wikisource.test/wiki/Special:CentralAutoLogin/deleteCookies?type=icon",
                        "//login.wikimedia.test/wiki/Special:CentralAutoLogin/deleteCookies?type=icon");

        Exchange source = browser.get("https://" + SOURCE + "/wiki/Special:CentralAutoLogin/deleteCookies?type=icon");
        assertThat(source.field("X-CentralAuth-Status")).isEqualTo("success");
        assertThat(source.cookieNames())
                .containsExactly(
                        "-sourceswikiSession",
                        "-sourceswikiUserID",
                        "-centralauth_User",
                        "-centralauth_Token",
                        "-centralauth_Session");
        assertThat(source.field("Cache-Control")).contains("no-store");
        Exchange central = browser.get("https://" + CENTRAL + "/wiki/Special:CentralAutoLogin/deleteCookies?type=icon");
        assertThat(central.cookieNames())
                .containsExactly(
                        "-loginwikiSession",
                        "-loginwikiUserID",
                        "-centralauth_User",
                        "-centralauth_Token",
                        "-centralauth_Session");

        Exchange en = browser.get("https://" + EN + "/wiki/Main_Page");
        assertThat(en.sent()).isEqualTo("Cookie: CentralAuthAnonTopLevel=1; enwikiUserName=Alice");
        assertThat(en.field("Cache-Control")).isEqualTo("s-maxage=18000, must-revalidate, max-age=0");
        Exchange de = browser.get("https://" + DE + "/wiki/Main_Page");
        assertThat(de.cookieNames()).containsExactly("-dewikiSession", "-dewikiUserID");
        assertThat(de.user()).isEmpty();

        browser.useJar(before);
        for (String host : List.of(EN, DE, SOURCE, CENTRAL)) {
            assertThat(browser.get("https://" + host + "/wiki/Main_Page").user())
                    .as(host)
                    .isEmpty();
        }
        browser.useJar(before.copy());
        assertThat(browser.get(CHECK).body()).startsWith("/* Not centrally logged in */");
    }

    private static String deletion(String name, String domain) {
        return "Set-Cookie: " + name + "=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; path=/;" + domain
                + " secure; HttpOnly; SameSite=None";
    }
}
