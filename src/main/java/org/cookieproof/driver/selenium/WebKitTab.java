package org.cookieproof.driver.selenium;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.util.Optional;
import org.cookieproof.driver.Page;
import org.cookieproof.driver.browser.ControlException;
import org.cookieproof.driver.browser.PageScripts;
import org.cookieproof.driver.browser.Place;
import org.cookieproof.driver.browser.Tab;
import org.cookieproof.evidence.Jar;
import org.cookieproof.http.Url;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.remote.RemoteWebDriver;

/**
 * A tab as plain WebDriver tells of it. The time at which a document began stands for the document: each has its own,
 * and a page from the back-forward cache brings its own back.
 */
final class WebKitTab implements Tab {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Answered before the page can be left: one that is kept for going back to it has its scripts and timers stopped, and
     * what it owes an answer, WebDriver's own time limit among it, never comes. The script engine's own lists need not be
     * what a hostile page leaves of them: JSON carries all values.
     */
    private static final String CALL = """
            try {
                const value = (%s)(...JSON.parse(arguments[0]));
                return '+' + (value === undefined ? '' : JSON.stringify(value));
            } catch (error) {
                return '-' + error;
            }
            """;

    /** For functions that are declared {@code async}. */
    private static final String CALL_ASYNC = """
            const done = arguments[arguments.length - 1];
            Promise.resolve().then(() => (%s)(...JSON.parse(arguments[0])))
                .then(value => done('+' + (value === undefined ? '' : JSON.stringify(value))),
                      error => done('-' + error));
            """;

    /** How long going back may take until the URL is another, if it is: a page and what was posted to it share one. */
    private static final Duration LEAVING = Duration.ofMillis(500);

    private final SeleniumControl control;
    private final RemoteWebDriver driver;

    WebKitTab(SeleniumControl control) {
        this.control = control;
        this.driver = control.driver();
    }

    @Override
    public JsonNode call(String function, @Nullable Object... arguments) {
        String json = json(arguments);
        Object said = control.translating(() -> function.startsWith("async ")
                ? driver.executeAsyncScript(CALL_ASYNC.formatted(function), json)
                : driver.executeScript(CALL.formatted(function), json));
        String text = String.valueOf(said);
        if (text.startsWith("-")) {
            throw new IllegalStateException("in the page: " + text.substring(1));
        }
        if (!text.startsWith("+")) {
            throw new ControlException("the page gave no answer: " + text);
        }
        return text.length() == 1 ? MissingNode.getInstance() : parse(text.substring(1));
    }

    private static String json(@Nullable Object[] arguments) {
        try {
            return JSON.writeValueAsString(arguments);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not to be said in JSON", e);
        }
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new ControlException("not JSON: " + json, e);
        }
    }

    /** An error page has the document of about:blank, and WebDriver tells the URL that it stands for. */
    @Override
    public Place place() {
        JsonNode document = call("() => [document.documentURI, performance.timeOrigin]");
        String url = url();
        boolean error = document.path(0).asText().equals("about:blank") && url.startsWith("http");
        String token = document.path(1).asText();
        return new Place(token, url, error ? url : null, token + " " + url);
    }

    private String url() {
        return String.valueOf(control.translating(driver::getCurrentUrl));
    }

    @Override
    public Page page(@Nullable Url opened, Optional<String> lastFailure) {
        Place place = place();
        String unreachable = place.unreachable();
        if (unreachable != null) {
            String said = call("() => document.body ? document.body.innerText.trim() : ''")
                    .asText();
            return Page.notShown(Url.parse(unreachable), said.isEmpty() ? "not shown" : said);
        }
        if (!place.url().startsWith("http")) {
            if (opened == null) {
                throw new IllegalStateException("no page has been opened since the start");
            }
            return Page.notShown(opened, place.url().isEmpty() ? "about:blank" : place.url());
        }
        return Page.shown(Url.parse(place.url()), call(PageScripts.SOURCE).asText());
    }

    /** The history's length does not tell where in it the tab stands; its beginning is the empty document. */
    @Override
    public boolean back() {
        String before = url();
        if (!before.startsWith("http")) {
            return false;
        }
        call(PageScripts.BACK);
        awaitUrlOtherThan(before);
        return true;
    }

    /** The URL is the browser's to tell; the page, which is just being kept for coming back to it, may never answer. */
    private void awaitUrlOtherThan(String before) {
        long began = System.nanoTime();
        while (url().equals(before) && System.nanoTime() - began < LEAVING.toNanos()) {
            control.pause();
        }
    }

    @Override
    public Jar jar() {
        return url().startsWith("http")
                ? WebKitJar.of(control.translating(() -> driver.manage().getCookies()))
                : new Jar.Opaque("WebKitWebDriver lists the cookies of the current page only, and there is none");
    }

    @Override
    public String engine() {
        return "WebKitGTK " + driver.getCapabilities().getBrowserVersion();
    }
}
