package org.cookieproof.farm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** "Detect", the default: a login stays on the scheme where it began (facts section 3, first column). */
final class PlainHttpLoginTest extends HealthyFarm {

    @Test
    void signsInOverHttpWithoutSecureOrSameSite() {
        TestBrowser browser = browser();
        Exchange page = browser.logIn("http", EN, alice(), true);
        assertThat(page.url()).isEqualTo("http://en.wikipedia.test/wiki/Main_Page");
        assertThat(page.user()).contains("Alice");
        assertThat(browser.seen()).allSatisfy(e -> assertThat(e.url()).startsWith("http://"));
        assertThat(browser.seen().stream().flatMap(e -> e.setCookies().stream()))
                .isNotEmpty()
                .noneMatch(line -> line.contains("secure") || line.contains("SameSite") || line.contains("forceHTTPS"));
        assertThat(browser.get("http://" + DE + "/wiki/Main_Page").user()).contains("Alice");
    }

    @Test
    void isSignedInOverHttpsToo() {
        TestBrowser browser = browser();
        browser.logIn("http", EN, alice(), false);
        assertThat(browser.get("https://" + EN + "/wiki/Main_Page").user()).contains("Alice");
    }

    @Test
    void signsOutOverHttpOnAllSites() {
        TestBrowser browser = browser();
        browser.fetchImages(browser.logIn("http", EN, alice(), true));
        TestJar before = browser.jar().copy();
        browser.fetchImages(browser.logOut("http", EN));
        browser.useJar(before);
        for (String host : List.of(EN, DE, SOURCE, CENTRAL)) {
            assertThat(browser.get("http://" + host + "/wiki/Main_Page").user())
                    .as(host)
                    .isEmpty();
        }
    }

    @Test
    void aSecondLoginKeepsOutOfOtherAccounts() {
        TestBrowser browser = browser();
        browser.logIn("https", EN, alice(), false);
        Exchange form = browser.get("https://" + EN + "/wiki/Special:UserLogin");
        assertThat(form.body()).contains("You are already logged in as Alice");
        Exchange page = browser.followFrom(browser.submitLogin(form, account(1), false));
        assertThat(page.user()).contains("Bob");
        assertThat(browser.get("https://" + CENTRAL + "/wiki/Main_Page").user()).contains("Bob");
    }
}
