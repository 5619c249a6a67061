package org.cookieproof.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cookieproof.evidence.Recording;
import org.cookieproof.http.Body;
import org.cookieproof.http.Headers;
import org.cookieproof.http.Scheme;
import org.cookieproof.tap.TapLease;

/** As {@link BareHttpFlow}, by Playwright and the headless shell: one browser, a fresh context for each flow. */
final class BareBrowserFlow implements AutoCloseable {

    private static final String FETCH = "url => fetch(url, { credentials: 'include' }).then(a => a.text())";

    private final Place place;
    private final Scheme scheme;
    private final Playwright playwright;
    private final Browser browser;

    BareBrowserFlow(Place place, Scheme scheme) {
        this.place = place;
        this.scheme = scheme;
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/lib/chromium/chromium-headless-shell"))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--disable-features=HttpsUpgrades",
                                "--ignore-certificate-errors-spki-list="
                                        + place.tap().leafSpkiSha256())));
    }

    /** Plays it once; returns what the tap saw of it. */
    Recording play() {
        try (TapLease lease = place.tap().lease(List.of());
                BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                        .setProxy(
                                new Proxy("http://127.0.0.1:" + lease.address().getPort()).setBypass("<-loopback>")))) {
            Page page = context.newPage();
            page.navigate(url("/w/index.php?title=Special:UserLogin&returnto=Main+Page"));
            page.fill("#wpName1", place.account().name());
            page.fill("#wpPassword1", place.account().password());
            page.click("#wpLoginAttempt");
            page.waitForLoadState(LoadState.LOAD);
            page.waitForFunction(
                    "() => !document.querySelector('form[name=userlogin]') && " + "document.readyState === 'complete'");
            whoAmI(page, lease);
            page.navigate(url("/wiki/Special:UserLogout"));
            page.click("form[action*=UserLogout] button");
            page.waitForFunction("() => !document.querySelector('form[action*=UserLogout]') && "
                    + "document.readyState === 'complete'");
            page.navigate(url("/wiki/Main_Page"));
            whoAmI(page, lease);
            lease.raw().send("GET", place.first(scheme, "/wiki/Main_Page"), Headers.NONE, Body.EMPTY);
            lease.raw().send("GET", place.first(scheme, api()), Headers.NONE, Body.EMPTY);
            place.askHandOffsAgain(lease);
            return lease.recording();
        }
    }

    private void whoAmI(Page page, TapLease lease) {
        page.evaluate(FETCH, url(api()));
        lease.raw().send("GET", place.first(scheme, api()), Headers.NONE, Body.EMPTY);
    }

    private String api() {
        return place.run().target().flows().whoAmI().api().orElseThrow().target();
    }

    private String url(String target) {
        return place.first(scheme, target).toString();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
