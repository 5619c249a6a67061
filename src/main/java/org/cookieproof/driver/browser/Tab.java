package org.cookieproof.driver.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cookieproof.driver.Answer;
import org.cookieproof.driver.ApiRequest;
import org.cookieproof.driver.Call;
import org.cookieproof.driver.Page;
import org.cookieproof.evidence.Jar;
import org.cookieproof.http.Url;
import org.jspecify.annotations.Nullable;

/** Reads what a tab shows and holds, by the engine's own protocol: the libraries' ways hide or guess some of it. */
public interface Tab {

    /**
     * Calls a JavaScript function in the page's own world and awaits what it returns.
     *
     * @throws ControlException      when the tab is between two documents
     * @throws IllegalStateException when the function throws: asking again would not help
     */
    JsonNode call(String function, @Nullable Object... arguments);

    Place place();

    /** {@link Place#document()} alone. */
    default String document() {
        return place().document();
    }

    /**
     * What is shown.
     *
     * @param opened      what was last opened, for a document that has no URL of its own ({@code about:blank}); null
     *                    when nothing was
     * @param lastFailure why the last navigation failed, for error pages that do not say so
     */
    Page page(@Nullable Url opened, Optional<String> lastFailure);

    /**
     * Starts to go back in the tab's history.
     *
     * @return false at its beginning
     */
    boolean back();

    Jar jar();

    /** Name and version of the engine, as it tells them itself. */
    String engine();

    /** Whether the document's load event is over, or was over before it went into the back-forward cache. */
    default boolean loaded() {
        return call(PageScripts.LOADED).asBoolean();
    }

    default Optional<String> valueOf(String selector) {
        JsonNode value = call(PageScripts.VALUE_OF, selector);
        return value.isTextual() ? Optional.of(value.asText()) : Optional.empty();
    }

    /** The document's origin; {@code "null"} for an error page. */
    default String origin() {
        return call("() => self.origin").asText();
    }

    /** Sends a request from the current document. Status 0 is what {@code fetch()} makes of a network or CORS error. */
    default Answer fetch(ApiRequest request) {
        List<List<String>> headers = new ArrayList<>();
        request.headers().forEach((name, value) -> headers.add(List.of(name, value)));
        Optional<Call.Content> content = request.content();
        content.ifPresent(c -> headers.add(List.of("Content-Type", c.type())));
        JsonNode answer = call(
                PageScripts.FETCH,
                request.method(),
                request.url().toString(),
                content.map(c -> c.body().text()).orElse(""),
                headers);
        String url = answer.path("url").asText();
        return new Answer(
                url.isEmpty() ? request.url() : Url.parse(url),
                answer.path("status").asInt(),
                answer.path("body").asText());
    }
}
