package org.cookieproof.driver.chromium;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cookieproof.driver.Page;
import org.cookieproof.driver.browser.PageScripts;
import org.cookieproof.driver.browser.Place;
import org.cookieproof.driver.browser.Tab;
import org.cookieproof.evidence.Jar;
import org.cookieproof.http.Url;
import org.jspecify.annotations.Nullable;

/** A tab as the DevTools protocol tells of it. */
public final class ChromiumTab implements Tab {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Cdp cdp;

    public ChromiumTab(Cdp cdp) {
        this.cdp = cdp;
    }

    @Override
    public JsonNode call(String function, @Nullable Object... arguments) {
        String list = Arrays.stream(arguments).map(ChromiumTab::json).collect(Collectors.joining(","));
        JsonNode answer = cdp.send(
                "Runtime.evaluate",
                Map.of("expression", "(" + function + ")(" + list + ")", "awaitPromise", true, "returnByValue", true));
        JsonNode thrown = answer.path("exceptionDetails");
        if (!thrown.isMissingNode()) {
            throw new IllegalStateException("in the page: "
                    + thrown.path("exception")
                            .path("description")
                            .asText(thrown.path("text").asText()));
        }
        return answer.path("result").path("value");
    }

    private static String json(@Nullable Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not to be said in JSON: " + value, e);
        }
    }

    @Override
    public Place place() {
        return place(Integer.toString(history()));
    }

    private Place place(String entry) {
        JsonNode frame =
                cdp.send("Page.getFrameTree", Map.of()).path("frameTree").path("frame");
        return new Place(
                frame.path("loaderId").asText(),
                frame.path("url").asText() + frame.path("urlFragment").asText(),
                frame.hasNonNull("unreachableUrl")
                        ? frame.path("unreachableUrl").asText()
                        : null,
                entry);
    }

    @Override
    public String document() {
        return place("").document();
    }

    @Override
    public Page page(@Nullable Url opened, Optional<String> lastFailure) {
        Place place = place("");
        String unreachable = place.unreachable();
        if (unreachable != null) {
            return Page.notShown(
                    Url.parse(unreachable), errorCode().or(() -> lastFailure).orElse("not shown"));
        }
        if (!place.url().startsWith("http")) {
            if (opened == null) {
                throw new IllegalStateException("no page has been opened since the start");
            }
            return Page.notShown(opened, place.url());
        }
        return Page.shown(Url.parse(place.url()), call(PageScripts.SOURCE).asText());
    }

    private Optional<String> errorCode() {
        String code = call(PageScripts.ERROR_CODE).asText();
        if (code.isEmpty()) {
            return Optional.empty();
        }
        // The page says "ERR_CACHE_MISS", and "HTTP ERROR 404" for an answer without content.
        return Optional.of(code.contains(" ") ? code : "net::" + code);
    }

    @Override
    public boolean back() {
        if (history() == 0) {
            return false;
        }
        call(PageScripts.BACK);
        return true;
    }

    private int history() {
        return cdp.send("Page.getNavigationHistory", Map.of())
                .path("currentIndex")
                .asInt();
    }

    /** Not by {@code Storage.getCookies}, which tells a tab of the process's first context whatever its own. */
    @Override
    public Jar jar() {
        return ChromiumJar.of(cdp.send("Network.getAllCookies", Map.of()).path("cookies"));
    }

    /** {@code Chrome/156.0.8078.79} as people call it; the headless shell names itself otherwise and is otherwise. */
    @Override
    public String engine() {
        String product =
                cdp.send("Browser.getVersion", Map.of()).path("product").asText();
        String version = product.substring(product.indexOf('/') + 1);
        return (product.startsWith("Headless") ? "Chromium headless shell " : "Chromium ") + version;
    }
}
