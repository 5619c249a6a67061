package org.cookieproof.driver.chromium;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cookieproof.driver.Answer;
import org.cookieproof.driver.ApiRequest;
import org.cookieproof.driver.Page;
import org.cookieproof.evidence.Jar;
import org.cookieproof.http.Url;
import org.jspecify.annotations.Nullable;

/** Reads what a tab shows and holds, through the DevTools protocol: the libraries' own ways hide or guess some of it. */
final class ChromiumTab {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Cdp cdp;

    ChromiumTab(Cdp cdp) {
        this.cdp = cdp;
    }

    /**
     * Calls a JavaScript function in the page's own world and awaits what it returns.
     *
     * @throws CdpException          when the tab is between two documents
     * @throws IllegalStateException when the function throws: asking again would not help
     */
    JsonNode call(String function, @Nullable Object... arguments) {
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

    Place place() {
        JsonNode frame =
                cdp.send("Page.getFrameTree", Map.of()).path("frameTree").path("frame");
        JsonNode history = cdp.send("Page.getNavigationHistory", Map.of());
        return new Place(
                frame.path("loaderId").asText(),
                frame.path("url").asText() + frame.path("urlFragment").asText(),
                frame.hasNonNull("unreachableUrl")
                        ? frame.path("unreachableUrl").asText()
                        : null,
                history.path("currentIndex").asInt());
    }

    /** Whether the document's load event is over, or was over before it went into the back-forward cache. */
    boolean loaded() {
        return call(PageScripts.LOADED).asBoolean();
    }

    /**
     * What is shown.
     *
     * @param opened      what was last opened, for a document that has no URL of its own ({@code about:blank}); null
     *                    when nothing was
     * @param lastFailure why the last navigation failed, where the error page does not say so: the headless shell's is
     *                    blank
     */
    Page page(@Nullable Url opened, Optional<String> lastFailure) {
        Place place = place();
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

    Optional<String> valueOf(String selector) {
        JsonNode value = call(PageScripts.VALUE_OF, selector);
        return value.isTextual() ? Optional.of(value.asText()) : Optional.empty();
    }

    /** The document's origin; {@code "null"} for an error page. */
    String origin() {
        return call("() => self.origin").asText();
    }

    /** Sends a request from the current document. Status 0 is what {@code fetch()} makes of a network or CORS error. */
    Answer fetch(ApiRequest request) {
        List<List<String>> form = request.form().entrySet().stream()
                .map(e -> List.of(e.getKey(), e.getValue()))
                .toList();
        List<List<String>> headers = request.headers().entrySet().stream()
                .map(e -> List.of(e.getKey(), e.getValue()))
                .toList();
        JsonNode answer = call(
                PageScripts.FETCH,
                request.method(),
                request.url().toString(),
                form,
                request.json().orElse(""),
                headers);
        String url = answer.path("url").asText();
        return new Answer(
                url.isEmpty() ? request.url() : Url.parse(url),
                answer.path("status").asInt(),
                answer.path("body").asText());
    }

    Jar jar() {
        return ChromiumJar.of(cdp.send("Storage.getCookies", Map.of()).path("cookies"));
    }

    /** {@code Chrome/156.0.8078.79} as people call it; the headless shell names itself otherwise and is otherwise. */
    String engine() {
        String product =
                cdp.send("Browser.getVersion", Map.of()).path("product").asText();
        String version = product.substring(product.indexOf('/') + 1);
        return (product.startsWith("Headless") ? "Chromium headless shell " : "Chromium ") + version;
    }
}
