package org.cookieproof.driver.bidi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which tab is on its way to another document, from the browser's events; they come on a thread of their own. */
final class Navigations {

    /** No content, or a download: the old document stays, and Firefox tells no end of it until the next navigation. */
    static final String ABORTED = "NS_BINDING_ABORTED";

    private static final Set<String> ENDS = Set.of(
            "browsingContext.navigationCommitted",
            "browsingContext.navigationFailed",
            "browsingContext.fragmentNavigated",
            "browsingContext.downloadWillBegin");

    private final Map<String, String> pending = new ConcurrentHashMap<>();
    private final Set<String> back = ConcurrentHashMap.newKeySet();
    private final Map<String, String> failures = new ConcurrentHashMap<>();

    void take(JsonNode event) {
        String method = event.path("method").asText();
        JsonNode parameters = event.path("params");
        String tab = parameters.path("context").asText("");
        String navigation = parameters.path("navigation").asText("");
        if (navigation.isEmpty() || navigation.equals("null")) {
            return;
        }
        if (method.equals("browsingContext.navigationStarted")) {
            pending.put(tab, navigation);
            failures.remove(tab);
        } else if (method.equals("network.fetchError")) {
            String error = parameters.path("errorText").asText();
            failures.put(tab, error);
            if (error.equals(ABORTED)) {
                pending.remove(tab, navigation);
            }
        } else if (ENDS.contains(method)) {
            pending.remove(tab, navigation);
        }
    }

    /**
     * The tab was told to go back. Of a page from the back-forward cache Firefox tells the start and no end, so until
     * the tab is told otherwise only what it shows says whether it has arrived.
     */
    void back(String tab) {
        back.add(tab);
    }

    /** The tab was told to go somewhere else. */
    void forward(String tab) {
        back.remove(tab);
        pending.remove(tab);
    }

    boolean pending(String tab) {
        return pending.containsKey(tab) && !back.contains(tab);
    }

    Optional<String> lastFailure(String tab) {
        return Optional.ofNullable(failures.get(tab));
    }
}
