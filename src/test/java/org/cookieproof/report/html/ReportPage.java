package org.cookieproof.report.html;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A report in a real browser, opened from disk; notes whatever a page of text alone must not do. */
final class ReportPage implements AutoCloseable {

    private final Playwright playwright;
    private final Browser browser;
    private final BrowserContext context;
    private final Page page;
    private final List<String> alarms = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();

    ReportPage(ColorScheme scheme) {
        // Without it Playwright would fetch browsers of its own.
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setHeadless(true)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(1280, 900).setColorScheme(scheme));
        page = context.newPage();
        page.onDialog(dialog -> {
            alarms.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.onPageError(error -> alarms.add("error: " + error));
        page.onConsoleMessage(message -> alarms.add("console: " + message.text()));
        page.onRequest(request -> requests.add(request.url()));
    }

    Page open(Path file, String fragment) {
        page.navigate(file.toUri() + fragment);
        return page;
    }

    /** Dialogs, errors and violations of the page's policy. */
    List<String> alarms() {
        return alarms;
    }

    /** Everything that was loaded, the page itself and data URLs aside. */
    List<String> foreignRequests(Path file) {
        return requests.stream()
                .filter(r -> !r.startsWith(file.toUri().toString()) && !r.startsWith("data:"))
                .toList();
    }

    void forgetRequests() {
        requests.clear();
    }

    @Override
    public void close() {
        context.close();
        browser.close();
        playwright.close();
    }
}
