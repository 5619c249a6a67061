package org.cookieproof.farm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sites, pages and their cache fields (facts section 4), and hostile input. */
final class PagesTest extends HealthyFarm {

    @ParameterizedTest
    @ValueSource(strings = {"/wiki/Main_Page", "/w/index.php?title=Sandbox", "/wiki/No_such_page"})
    void letsSharedCachesKeepWhatAnybodySees(String target) {
        Exchange page = browser().get("https://" + EN + target);
        assertThat(page.transcript().subList(1, 3))
                .containsExactly(
                        "Vary: Accept-Encoding, Cookie", "Cache-Control: s-maxage=18000, must-revalidate, max-age=0");
        assertThat(page.status()).isEqualTo(target.contains("No_such") ? 404 : 200);
        assertThat(page.user()).isEmpty();
    }

    @Test
    void keepsPagesOfSessionsPrivate() {
        TestBrowser anonymous = browser();
        anonymous.follow("https://" + EN + "/wiki/Special:UserLogin");
        TestBrowser user = browser();
        user.logIn("https", EN, alice(), false);
        for (TestBrowser browser : List.of(anonymous, user)) {
            Exchange page = browser.get("https://" + EN + "/wiki/Main_Page");
            assertThat(page.field("Cache-Control")).isEqualTo("private, must-revalidate, max-age=0");
            assertThat(page.field("Expires")).isEqualTo("Thu, 01 Jan 1970 00:00:00 GMT");
        }
    }

    @Test
    void servesRobotsAndIconsToAllWithoutCookies() {
        for (String host : List.of(EN, DE, SOURCE, CENTRAL, "www.canary.test")) {
            Exchange robots = browser().getWith("enwikiSession=short", "http://" + host + "/robots.txt");
            assertThat(robots.status()).isEqualTo(200);
            assertThat(robots.field("Content-Type")).startsWith("text/plain");
            assertThat(robots.setCookies()).isEmpty();
        }
    }

    @Test
    void hasNoSessionsOnTheForeignSite() {
        TestBrowser browser = browser();
        Exchange page =
                browser.getWith("enwikiSession=short; centralauth_User=Alice", "https://www.canary.test/w/api.php");
        assertThat(page.body()).contains("Canary");
        assertThat(page.setCookies()).isEmpty();
    }

    @Test
    void knowsItsHostsMethodsAndForms() {
        TestBrowser browser = browser();
        assertThat(browser.get("http://elsewhere.test/").status()).isEqualTo(421);
        assertThat(browser.get("http://" + EN + "/nothing/here").status()).isEqualTo(404);
        assertThat(browser.get("http://" + EN + "/").field("Location"))
                .isEqualTo("http://en.wikipedia.test/wiki/Main_Page");
        Exchange head = browser.head("https://" + EN + "/wiki/Main_Page");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void escapesWhateverItIsTold() {
        String attack = "\"><script>alert(1)</script>'";
        TestBrowser browser = browser();
        Exchange form = browser.follow("https://" + EN + "/wiki/Special:UserLogin");
        List<Exchange> answers = List.of(
                browser.submitLogin(form, new Account(attack, "x"), false),
                browser.get("https://" + EN + "/wiki/%22%3E%3Cscript%3Ealert(1)%3C/script%3E"),
                browser.get("https://" + EN + "/wiki/'\"onload=alert(1)"),
                browser.get("https://" + EN + "/w/index.php?title=Special:UserLogin&returnto=%22%3E%3Cscript%3Ealert(1)"
                        + "&returntoquery=%22%3E%3Cscript%3Ealert(1)"),
                browser.post(
                        "https://" + EN + "/w/index.php?title=Sandbox&action=submit",
                        "wpTextbox1",
                        "</textarea>" + attack,
                        "wpSummary",
                        attack,
                        "wpPreview",
                        "1",
                        "wpEditToken",
                        "+\\"),
                browser.getWith(
                        "enwikiUserName=" + attack.replace(";", ""),
                        "https://" + EN + "/wiki/Special:UserLogin?" + "centralAuthAutologinTried=1"));
        assertThat(answers)
                .allSatisfy(a ->
                        assertThat(a.body()).doesNotContain("<script>alert").doesNotContainPattern("[^\\\\]\"onload"));
        assertThat(browser.get("https://" + EN + "/wiki/A%0d%0aSet-Cookie:x=y").status())
                .isEqualTo(400);
    }

    @Test
    void readsTitlesAsMediaWikiDoes() {
        TestBrowser browser = browser();
        assertThat(browser.get("https://" + EN + "/wiki/main__Page").status()).isEqualTo(200);
        assertThat(browser.get("https://" + EN + "/wiki/sandbox").status()).isEqualTo(200);
        assertThat(browser.get("https://" + EN + "/w/index.php?title=main_Page").status())
                .isEqualTo(200);
        assertThat(browser.get("https://" + EN + "/wiki/special:userlogout").status())
                .isEqualTo(200);
        assertThat(browser.get("https://" + EN + "/wiki/Caf%C3%A9_%E9%9B%AA").body())
                .contains("<h1 id=\"firstHeading\">Café 雪</h1>");
        assertThat(browser.get("https://" + EN + "/wiki/Special:Nonsense").status())
                .isEqualTo(404);
        assertThat(browser.get("https://" + EN + "/wiki/%ff").status()).isEqualTo(400);
    }
}
