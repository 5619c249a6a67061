package org.cookieproof.driver.playwright;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.driver.browser.ControlException;
import org.cookieproof.driver.browser.PageScripts;
import org.cookieproof.driver.browser.RemoteControl;
import org.cookieproof.driver.browser.Tab;
import org.cookieproof.driver.chromium.Cdp;
import org.cookieproof.driver.chromium.ChromiumTab;
import org.cookieproof.http.Url;
import org.cookieproof.process.SessionProcesses;

/** One of Playwright's pages. */
final class PlaywrightControl implements RemoteControl {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Gson GSON = new Gson();
    private static final Pattern NET_ERROR = Pattern.compile("net::ERR_\\w+");
    private static final Pattern MESSAGE = Pattern.compile("(?m)^\\s*message='(.+?)'?$");
    private static final Pattern SIGN_OF_DEATH = Pattern.compile("crashed|pipe closed|connection closed");

    /** By the script of the page that was there before. */
    private static final String INTERRUPTED = "interrupted by another navigation";

    private static final int ATTEMPTS = 3;
    private static final double PAUSE_MILLIS = 5;

    /** Of longer texts all but the last key are pasted, as a password manager does: a key takes some milliseconds. */
    private static final int MOST_KEYS = 8;

    private final BrowserContext context;
    private final Page page;
    private final CDPSession cdp;
    private final SessionProcesses processes;
    private final NavigationWatch watch;
    private final Tab tab;

    PlaywrightControl(BrowserContext context, Page page, SessionProcesses processes) {
        this.context = context;
        this.page = page;
        this.processes = processes;
        this.cdp = context.newCDPSession(page);
        this.watch = new NavigationWatch(page);
        Cdp commands = (method, parameters) -> translating(
                () -> parse(cdp.send(method, GSON.toJsonTree(parameters).getAsJsonObject())));
        this.tab = new ChromiumTab(commands);
        // A person who has typed something and leaves confirms that.
        page.onDialog(Dialog::accept);
    }

    @Override
    public Tab tab() {
        return tab;
    }

    private static JsonNode parse(JsonObject answer) {
        try {
            return JSON.readTree(answer.toString());
        } catch (JsonProcessingException e) {
            throw new ControlException("not JSON: " + answer, e);
        }
    }

    @Override
    public Optional<String> navigate(Url url) {
        return translating(() -> {
            for (int attempt = 1; ; attempt++) {
                try {
                    page.navigate(url.toString(), new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
                    return Optional.empty();
                } catch (TimeoutError e) {
                    throw new UserAgentBrokenException("no answer from " + url + " in time", e);
                } catch (PlaywrightException e) {
                    boolean interrupted = String.valueOf(e.getMessage()).contains(INTERRUPTED);
                    if (!interrupted || attempt == ATTEMPTS) {
                        return Optional.of(netError(e));
                    }
                }
            }
        });
    }

    @Override
    public String aborted() {
        return "net::ERR_ABORTED";
    }

    private static String netError(PlaywrightException e) {
        Matcher error = NET_ERROR.matcher(String.valueOf(e.getMessage()));
        if (error.find()) {
            return error.group();
        }
        throw e;
    }

    @Override
    public void type(String text) {
        translating(() -> {
            int last = text.length() > MOST_KEYS ? text.offsetByCodePoints(text.length(), -1) : 0;
            if (last > 0) {
                page.keyboard().insertText(text.substring(0, last));
            }
            page.keyboard().type(text.substring(last));
            return text;
        });
    }

    @Override
    public void pressDelete() {
        translating(() -> {
            page.keyboard().press("Delete");
            return page;
        });
    }

    @Override
    public boolean click(String function, Object... arguments) {
        watch.forget();
        JsonNode at = tab.call(PageScripts.reach(function), arguments);
        if (at.size() > 0) {
            // CDP's mouse counts from the corner of what is seen, in CSS pixels whatever the page's scale is.
            press(at.path(2).asDouble(), at.path(3).asDouble());
        }
        return at.isArray();
    }

    /**
     * With the bare mouse: Playwright's own click gives up when a page is slow to take it, does not tell whether it had
     * pressed by then, and asks a document that the click itself may have led away from.
     */
    private void press(double x, double y) {
        try {
            translating(() -> {
                page.mouse().click(x, y);
                return page;
            });
        } catch (ControlException e) {
            throw new UserAgentBrokenException("a click of the mouse was cut short: " + e.getMessage(), e);
        }
    }

    @Override
    public boolean navigating() {
        return watch.navigating();
    }

    /** Of this page alone; where there are more, the others may still be at work. */
    @Override
    public Optional<Boolean> loading() {
        return context.pages().size() == 1 ? Optional.of(watch.loading()) : Optional.empty();
    }

    @Override
    public Optional<String> lastFailure() {
        return watch.lastFailure();
    }

    @Override
    public void pause() {
        translating(() -> {
            page.waitForTimeout(PAUSE_MILLIS);
            return page;
        });
    }

    @Override
    public RemoteControl openTab() {
        return translating(() -> new PlaywrightControl(context, context.newPage(), processes));
    }

    @Override
    public Optional<RemoteControl> startAfresh() {
        return translating(() -> {
            List<Page> old = context.pages();
            PlaywrightControl fresh = new PlaywrightControl(context, context.newPage(), processes);
            old.forEach(Page::close);
            context.clearCookies();
            fresh.cdp.send("Network.clearBrowserCache");
            return Optional.of(fresh);
        });
    }

    @Override
    public void closeTab() {
        translating(() -> {
            page.close();
            return page;
        });
    }

    @Override
    public byte[] screenshot() {
        return translating(page::screenshot);
    }

    @Override
    public void close() {
        translating(() -> {
            context.close();
            return context;
        });
    }

    /** The library throws one class for all; what tells a dead browser from a refused command is the browser. */
    private <T> T translating(Supplier<T> action) {
        try {
            return action.get();
        } catch (TimeoutError e) {
            throw new UserAgentBrokenException("the browser did not do it in time", e);
        } catch (PlaywrightException e) {
            String message = String.valueOf(e.getMessage());
            boolean dead = page.isClosed() || processes.running().isEmpty();
            if (dead || SIGN_OF_DEATH.matcher(message).find()) {
                throw new UserAgentBrokenException("the browser or Playwright has died", e);
            }
            throw new ControlException(telling(message), e);
        }
    }

    /** Playwright's server wraps what it says in {@code Error { message='…' name='…' stack='…' }}, line by line. */
    static String telling(String message) {
        Matcher said = MESSAGE.matcher(message);
        return said.find() ? said.group(1) : message;
    }
}
