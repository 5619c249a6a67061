package org.cookieproof.farm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts 9.7 replayed, and the rest of the API. */
final class ApiTest extends HealthyFarm {

    private static final String API = "https://" + EN + "/w/api.php";
    private static final String V2 = "?format=json&formatversion=2&";

    @Test
    void replaysAClientLoginAnEditAndALogout() {
        TestBrowser browser = browser();
        Exchange token = browser.get(API + V2 + "action=query&meta=tokens&type=login");
        assertThat(token.transcript())
                .containsExactly(
                        "200",
                        "Set-Cookie: enwikiSession=ID; path=/; secure; HttpOnly; SameSite=None",
                        "Vary: Accept-Encoding, Cookie",
                        "Cache-Control: private, must-revalidate, max-age=0");
        assertThat(token.body())
                .matches(
                        "\\{\"batchcomplete\":true,\"query\":\\{\"tokens\":\\{\"logintoken\":\"[0-9a-f]{40}\\+\\\\\\\\\"}}}");

        Exchange login = browser.post(
                API,
                "format",
                "json",
                "formatversion",
                "2",
                "action",
                "clientlogin",
                "username",
                "Alice",
                "password",
                alice().password(),
                "rememberMe",
                "1",
                "loginreturnurl",
                "https://en.wikipedia.test/",
                "logintoken",
                value(token, "logintoken"));
        assertThat(login.cookieNames())
                .containsExactly(
                        "enwikiSession",
                        "enwikiUserID",
                        "enwikiUserName",
                        "centralauth_User",
                        "centralauth_Token",
                        "centralauth_Session");
        assertThat(login.setCookie("enwikiUserID")).get().asString().contains("Max-Age=15552000");
        assertThat(login.body()).isEqualTo("{\"clientlogin\":{\"status\":\"PASS\",\"username\":\"Alice\"}}");

        Exchange who = browser.get(API + V2 + "action=query&meta=userinfo&assert=user");
        assertThat(who.body())
                .isEqualTo("{\"batchcomplete\":true,\"query\":{\"userinfo\":{\"id\":1,\"name\":\"Alice\"}}}");
        assertThat(who.setCookies()).isEmpty();

        String csrf = value(browser.get(API + V2 + "action=query&meta=tokens&type=csrf"), "csrftoken");
        Exchange edit = browser.post(
                API,
                "format",
                "json",
                "formatversion",
                "2",
                "action",
                "edit",
                "title",
                "Sandbox",
                "appendtext",
                "\napi",
                "token",
                csrf,
                "assert",
                "user");
        assertThat(edit.cookieNames()).containsExactly("cpPosIndex", "UseDC", "UseCDNCache");
        assertThat(edit.setCookie("cpPosIndex"))
                .get()
                .asString()
                .matches(
                        "cpPosIndex=1%401795295794%23[0-9a-f]{32}; expires=Sat, 21 Nov 2026 21:16:44 GMT; Max-Age=10; path=/; secure; HttpOnly");
        assertThat(edit.body())
                .matches(
                        "\\{\"edit\":\\{\"result\":\"Success\",\"pageid\":2,\"title\":\"Sandbox\",\"contentmodel\":\"wikitext\",\"oldrevid\":2,\"newrevid\":5,\"newtimestamp\":\"2026-11-21T21:16:34Z\"}}");

        Exchange sibling = browser.get("https://" + DE + "/w/api.php" + V2 + "action=query&meta=userinfo");
        assertThat(sibling.body()).contains("\"name\":\"Alice\"");
        assertThat(sibling.cookieNames())
                .containsExactly(
                        "dewikiSession",
                        "dewikiUserID",
                        "dewikiUserName",
                        "centralauth_User",
                        "centralauth_Token",
                        "centralauth_Session");

        Exchange bad = browser.post(API, "format", "json", "formatversion", "2", "action", "logout", "token", "+\\");
        assertThat(bad.field("MediaWiki-API-Error")).isEqualTo("badtoken");
        assertThat(bad.body()).startsWith("{\"error\":{\"code\":\"badtoken\",\"info\":\"Invalid CSRF token.\"");
        Exchange logout = browser.post(API, "format", "json", "formatversion", "2", "action", "logout", "token", csrf);
        assertThat(logout.body()).isEqualTo("{}");
        assertThat(logout.cookieNames())
                .containsExactly(
                        "-enwikiSession",
                        "-enwikiUserID",
                        "-centralauth_User",
                        "-centralauth_Token",
                        "-centralauth_Session");
        Exchange out = browser.get(API + V2 + "action=query&meta=userinfo&assert=user");
        assertThat(out.field("MediaWiki-API-Error")).isEqualTo("assertuserfailed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void signsInInTwoLegs(String scheme) {
        TestBrowser bot = browser();
        String api = scheme + "://" + EN + "/w/api.php";
        Exchange first =
                bot.post(api, "action", "login", "format", "json", "lgname", "Alice", "lgpassword", alice().password());
        assertThat(first.body()).contains("\"login\":{\"result\":\"NeedToken\",\"token\":\"");
        assertThat(first.cookieNames()).containsExactly("enwikiSession");
        Exchange second = bot.post(
                api,
                "action",
                "login",
                "format",
                "json",
                "lgname",
                "Alice",
                "lgpassword",
                alice().password(),
                "lgtoken",
                value(first, "token"));
        assertThat(second.body())
                .isEqualTo("{\"login\":{\"result\":\"Success\",\"lguserid\":1,\"lgusername\":\"Alice\"}}");
        assertThat(bot.get(api + V2 + "action=query&meta=userinfo").body()).contains("Alice");
    }

    @Test
    void signsInWithATokenFromMetaTokens() {
        TestBrowser bot = browser();
        String token = value(bot.get(API + V2 + "action=query&meta=tokens&type=login"), "logintoken");
        Exchange wrong = bot.post(API, "action", "login", "lgname", "Alice", "lgpassword", "no", "lgtoken", token);
        assertThat(wrong.body())
                .isEqualTo(
                        "{\"login\":{\"result\":\"Failed\",\"reason\":\"Incorrect username or password entered. Please try again.\"}}");
        Exchange garbled = bot.post(
                API, "action", "login", "lgname", "Alice", "lgpassword", alice().password(), "lgtoken", "x+\\");
        assertThat(garbled.body()).isEqualTo("{\"login\":{\"result\":\"WrongToken\"}}");
        Exchange right =
                bot.post(API, "action", "login", "lgname", "Alice", "lgpassword", alice().password(), "lgtoken", token);
        assertThat(right.body()).contains("\"Success\"");
    }

    @Test
    void asksForATokenAgainWhenTheClientKeepsNoCookies() {
        TestBrowser bot = browser();
        bot.refuseCookies();
        String token = value(bot.post(API, "action", "login", "lgname", "Alice"), "token");
        Exchange again =
                bot.post(API, "action", "login", "lgname", "Alice", "lgpassword", alice().password(), "lgtoken", token);
        assertThat(again.body()).contains("NeedToken");
    }

    @Test
    void completesALoginForAClientThatEchoesDeletedCookies() {
        TestBrowser bot = browser();
        Exchange first = bot.post(API, "action", "login", "lgname", "Alice");
        String echo = "enwikiSession=" + bot.jar().value(EN, "enwikiSession").orElseThrow()
                + "; enwikiUserID=deleted; centralauth_User=deleted; centralauth_Token=deleted";
        Exchange second = bot.postWith(
                echo,
                API,
                "action",
                "login",
                "lgname",
                "Alice",
                "lgpassword",
                alice().password(),
                "lgtoken",
                value(first, "token"));
        assertThat(second.body()).contains("\"Success\"");
    }

    @Test
    void failsAClientLoginWithWordsForPeople() {
        TestBrowser app = browser();
        String token = value(app.get(API + V2 + "action=query&meta=tokens&type=login"), "logintoken");
        Exchange answer = app.post(
                API,
                "action",
                "clientlogin",
                "formatversion",
                "2",
                "username",
                "Alice",
                "password",
                "no",
                "loginreturnurl",
                "https://x.test/",
                "logintoken",
                token);
        assertThat(answer.body())
                .isEqualTo(
                        "{\"clientlogin\":{\"status\":\"FAIL\",\"message\":\"Incorrect username or password entered. Please try again.\",\"messagecode\":\"wrongpassword\"}}");
        assertThat(answer.setCookies()).isEmpty();
    }

    @Test
    void checksAssertions() {
        TestBrowser browser = browser();
        assertThat(error(browser, "assert=anon")).isEqualTo("-");
        assertThat(error(browser, "assert=user")).isEqualTo("assertuserfailed");
        assertThat(error(browser, "assertuser=Alice")).isEqualTo("assertnameduserfailed");
        browser.logIn("https", EN, alice(), false);
        assertThat(error(browser, "assert=anon")).isEqualTo("assertanonfailed");
        assertThat(error(browser, "assert=user&assertuser=Alice")).isEqualTo("-");
        assertThat(error(browser, "assertuser=Bob")).isEqualTo("assertnameduserfailed");
    }

    @Test
    void namesWhatIsWrongWithARequest() {
        TestBrowser browser = browser();
        assertThat(browser.get(API).field("MediaWiki-API-Error")).isEqualTo("missingparam");
        assertThat(browser.get(API + "?action=nonsense").field("MediaWiki-API-Error"))
                .isEqualTo("badvalue");
        assertThat(browser.get(API + "?action=logout").field("MediaWiki-API-Error"))
                .isEqualTo("mustbeposted");
        assertThat(browser.post(API + "?lgpassword=x&lgtoken=y", "action", "login")
                        .body())
                .contains("NeedToken");
        assertThat(browser.post(API, "action", "edit", "title", "A").field("MediaWiki-API-Error"))
                .isEqualTo("missingparam");
        assertThat(browser.post(API, "action", "edit", "title", "A", "text", "x", "token", "+ ")
                        .field("MediaWiki-API-Error"))
                .isEqualTo("badtoken");
    }

    @Test
    void letsAnonymousClientsEditWithTheBareTail() {
        TestBrowser browser = browser();
        assertThat(value(browser.get(API + V2 + "action=query&meta=tokens"), "csrftoken"))
                .isEqualTo("+\\");
        Exchange edit = browser.post(API, "action", "edit", "title", "New page", "text", "hello", "token", "+\\");
        assertThat(edit.body()).contains("\"Success\"").contains("\"oldrevid\":0");
    }

    private static String error(TestBrowser browser, String assertion) {
        return browser.get(API + V2 + "action=query&meta=userinfo&" + assertion).field("MediaWiki-API-Error");
    }

    /** A string in the answer's JSON. */
    private static String value(Exchange answer, String key) {
        String body = answer.body();
        int start = body.indexOf("\"" + key + "\":\"") + key.length() + 4;
        return body.substring(start, body.indexOf('"', start)).replace("\\\\", "\\");
    }
}
