package org.cookieproof.farm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Facts 9.8 replayed, previews, and edits that fail. */
final class EditingTest extends HealthyFarm {

    private static final String EDIT = "https://" + EN + "/w/index.php?title=Sandbox&action=edit";
    private static final String SUBMIT = "https://" + EN + "/w/index.php?title=Sandbox&action=submit";
    private static final String SANDBOX = "https://" + EN + "/wiki/Sandbox";

    @Test
    void replaysASaveAndTheViewsAfterIt() {
        TestBrowser browser = browser();
        Exchange form = browser.get(EDIT);
        assertThat(form.cookieNames()).containsExactly("enwikiSession");
        Exchange save = submit(browser, form, "wpSave", "New text");
        assertThat(save.transcript())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("302"),
                        line -> assertThat(line)
                                .isEqualTo(
                                        "Set-Cookie: enwikiPostEditRevision5=saved; expires=Sat, 21 Nov 2026 21:36:34 GMT; Max-Age=1200; path=/; secure; HttpOnly; SameSite=None"),
                        line -> assertThat(line).startsWith("Set-Cookie: cpPosIndex=1%401795295794%23"),
                        line -> assertThat(line)
                                .isEqualTo(
                                        "Set-Cookie: UseDC=master; expires=Sat, 21 Nov 2026 21:16:44 GMT; Max-Age=10; path=/; secure; HttpOnly"),
                        line -> assertThat(line)
                                .isEqualTo(
                                        "Set-Cookie: UseCDNCache=false; expires=Sat, 21 Nov 2026 21:16:44 GMT; Max-Age=10; path=/; secure; HttpOnly"),
                        line -> assertThat(line).isEqualTo("Vary: Accept-Encoding, Cookie"),
                        line -> assertThat(line).isEqualTo("Expires: Thu, 01 Jan 1970 00:00:00 GMT"),
                        line -> assertThat(line)
                                .isEqualTo("Cache-Control: no-cache, no-store, max-age=0, must-revalidate"),
                        line -> assertThat(line).isEqualTo("Location: https://en.wikipedia.test/wiki/Sandbox"));
        Exchange view = browser.get(SANDBOX);
        assertThat(view.body()).contains("<p>New text</p>");
        assertThat(view.cookieNames()).containsExactly("-enwikiPostEditRevision5");
        assertThat(view.field("Cache-Control")).isEqualTo("private, must-revalidate, max-age=0");
        assertThat(browser.get(SANDBOX).setCookies()).isEmpty();
    }

    @Test
    void previewsForTheClientsHistory() {
        TestBrowser browser = browser();
        browser.logIn("https", EN, alice(), false);
        Exchange form = browser.get(EDIT);
        Exchange preview = submit(browser, form, "wpPreview", "See [[Main Page]] & <b>more</b>");
        assertThat(preview.transcript())
                .containsExactly(
                        "200",
                        "Vary: Accept-Encoding, Cookie",
                        "Expires: Thu, 01 Jan 1970 00:00:00 GMT",
                        "Cache-Control: private, must-revalidate, max-age=0");
        assertThat(preview.field("Pragma")).isEqualTo("-");
        assertThat(preview.body())
                .contains("<p>See <a href=\"/wiki/Main_Page\">Main Page</a> &amp; &lt;b&gt;more&lt;/b&gt;</p>")
                .contains("See [[Main Page]] &amp; &lt;b&gt;more&lt;/b&gt;</textarea>");
        assertThat(form.field("Cache-Control")).isEqualTo("private, must-revalidate, max-age=0");
        assertThat(browser.get(SANDBOX).body()).doesNotContain("more");
    }

    @Test
    void givesTheTextBackWhenTheSessionIsLost() {
        TestBrowser browser = browser();
        browser.logIn("https", EN, alice(), false);
        Exchange form = browser.get(EDIT);
        browser.logOut("https", EN);
        Exchange save = submit(browser, form, "wpSave", "Hours of work");
        assertThat(save.status()).isEqualTo(200);
        assertThat(save.body())
                .contains("Sorry! We could not process your edit due to a loss of session data")
                .contains("Hours of work</textarea>");
        assertThat(save.setCookies()).isEmpty();
        assertThat(browser.get(SANDBOX).body()).doesNotContain("Hours of work");
        assertThat(submit(browser, save, "wpSave", "Hours of work").status()).isEqualTo(302);
    }

    @Test
    void takesNoEditWithAnothersToken() {
        TestBrowser alice = browser();
        alice.logIn("https", EN, alice(), false);
        Exchange form = alice.get(EDIT);
        TestBrowser bob = browser();
        bob.logIn("https", EN, account(1), false);
        assertThat(submit(bob, form, "wpSave", "by Bob").status()).isEqualTo(200);
        assertThat(bob.get(SANDBOX).body()).doesNotContain("by Bob");
    }

    @Test
    void keepsEachWikisPagesApart() {
        TestBrowser browser = browser();
        submit(browser, browser.get(EDIT), "wpSave", "Only in English");
        assertThat(browser.get("https://" + DE + "/wiki/Sandbox").body()).doesNotContain("Only in English");
    }

    @Test
    void refusesTextsThatAreTooLong() {
        TestBrowser browser = browser();
        Exchange answer = submit(browser, browser.get(EDIT), "wpSave", "x".repeat(70_000));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("The text is too long.");
        assertThat(browser.post(SUBMIT, "wpTextbox1", "x".repeat(600_000)).status())
                .isEqualTo(413);
    }

    private static Exchange submit(TestBrowser browser, Exchange form, String button, String text) {
        return browser.post(
                SUBMIT, "wpTextbox1", text, "wpSummary", "", "wpEditToken", form.input("wpEditToken"), button, "1");
    }
}
