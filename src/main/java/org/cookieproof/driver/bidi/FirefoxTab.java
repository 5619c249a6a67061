package org.cookieproof.driver.bidi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cookieproof.driver.Page;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.driver.browser.CommandSocket;
import org.cookieproof.driver.browser.ControlException;
import org.cookieproof.driver.browser.PageScripts;
import org.cookieproof.driver.browser.Place;
import org.cookieproof.driver.browser.Tab;
import org.cookieproof.evidence.Jar;
import org.cookieproof.http.Url;
import org.jspecify.annotations.Nullable;

/**
 * A tab as BiDi tells of it. A script's realm stands for the document: each has one, and a page from the back-forward
 * cache brings its own back.
 */
record FirefoxTab(CommandSocket bidi, Navigations navigations, String engine, String context, String userContext)
        implements Tab {

    /** {@code about:neterror?e=redirectLoop&u=https%3A//…}: why, and the URL that is not shown. */
    private static final Pattern ERROR_PAGE = Pattern.compile("about:(?:net|cert)error\\?e=([^&]*)&u=([^&]*).*");

    /** The browser's own, which is on this machine. */
    private static final InstantSource CLOCK = InstantSource.system();

    /** The URL of an error page is told by this property alone; all others tell what could not be shown. */
    private static final String WHERE = "() => [document.documentURI, location.href]";

    @Override
    public JsonNode call(String function, @Nullable Object... arguments) {
        return value(evaluate(function, arguments));
    }

    private JsonNode evaluate(String function, @Nullable Object... arguments) {
        String list = Arrays.stream(arguments).map(CommandSocket::json).collect(Collectors.joining(","));
        JsonNode answer = bidi.send(
                "script.evaluate",
                Map.of(
                        "expression",
                        "(async () => JSON.stringify(await (" + function + ")(" + list + ")))()",
                        "target",
                        Map.of("context", context),
                        "awaitPromise",
                        true));
        if (answer.path("type").asText().equals("exception")) {
            throw new IllegalStateException("in the page: "
                    + answer.path("exceptionDetails").path("text").asText());
        }
        return answer;
    }

    /** A function that returns nothing has no value. */
    private static JsonNode value(JsonNode answer) {
        JsonNode json = answer.path("result").path("value");
        return json.isTextual() ? CommandSocket.parse(json.asText()) : MissingNode.getInstance();
    }

    @Override
    public Place place() {
        JsonNode answer = evaluate(WHERE);
        JsonNode where = value(answer);
        String document = answer.path("realm").asText();
        String url = where.path(1).asText();
        return new Place(
                document,
                url,
                errorPage(where.path(0).asText())
                        .map(error -> decoded(error.group(2)))
                        .orElse(null),
                document + " " + url);
    }

    private static Optional<Matcher> errorPage(String documentUri) {
        Matcher error = ERROR_PAGE.matcher(documentUri);
        return error.matches() ? Optional.of(error) : Optional.empty();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** The script of an error page never ends to load where no person is there to see it. */
    @Override
    public boolean loaded() {
        return Tab.super.loaded() || place().unreachable() != null;
    }

    @Override
    public Page page(@Nullable Url opened, Optional<String> lastFailure) {
        JsonNode where = value(evaluate(WHERE));
        Optional<Matcher> error = errorPage(where.path(0).asText());
        if (error.isPresent()) {
            String why = decoded(error.get().group(1));
            return Page.notShown(
                    Url.parse(decoded(error.get().group(2))),
                    lastFailure.map(f -> why + " (" + f + ")").orElse(why));
        }
        String url = where.path(1).asText();
        if (!url.startsWith("http")) {
            if (opened == null) {
                throw new IllegalStateException("no page has been opened since the start");
            }
            return Page.notShown(opened, url);
        }
        return Page.shown(Url.parse(url), call(PageScripts.SOURCE).asText());
    }

    @Override
    public boolean back() {
        navigations.back(context);
        try {
            bidi.send("browsingContext.traverseHistory", Map.of("context", context, "delta", -1));
            return true;
        } catch (ControlException e) {
            if (String.valueOf(e.getMessage()).contains("no such history entry")) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public Jar jar() {
        Instant asked = CLOCK.instant();
        JsonNode cookies = cookies();
        if (FirefoxJar.isUndecided(cookies, asked)) {
            sleepUntil(Instant.ofEpochSecond(asked.getEpochSecond() + 1));
            cookies = cookies();
        }
        return FirefoxJar.of(cookies, CLOCK.instant());
    }

    private JsonNode cookies() {
        return bidi.send(
                        "storage.getCookies",
                        Map.of("partition", Map.of("type", "storageKey", "userContext", userContext)))
                .path("cookies");
    }

    private static void sleepUntil(Instant then) {
        try {
            Thread.sleep(Math.max(0, Duration.between(CLOCK.instant(), then).toMillis() + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserAgentBrokenException("interrupted while its cookies were read", e);
        }
    }
}
