package org.cookieproof.driver.cdp;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.cookieproof.driver.UserAgentBrokenException;
import org.jspecify.annotations.Nullable;

/**
 * What a tab has asked for and which document it shows, from its events. They come on a thread of their own, in the
 * order in which they happened.
 */
final class Traffic {

    /** A request on its way; {@code document} where it asks for one in the tab's main frame. */
    private record Asked(String loader, String url, boolean document) {}

    private final Map<String, Asked> open = new HashMap<>();
    private String mainFrame = "";
    private String shown = "";
    private @Nullable String pending;
    private @Nullable String failure;

    synchronized void mainFrame(String id) {
        mainFrame = id;
    }

    synchronized void take(JsonNode event) {
        JsonNode parameters = event.path("params");
        String request = parameters.path("requestId").asText();
        switch (event.path("method").asText()) {
            case "Network.requestWillBeSent" -> asked(request, parameters);
            case "Network.loadingFinished" -> ended(request);
            case "Network.loadingFailed" -> {
                if (isOfTheDocument(request, parameters)) {
                    failure = parameters.path("errorText").asText();
                }
                ended(request);
            }
            case "Page.frameNavigated" -> shown(parameters.path("frame"));
            default -> {
                // what else it tells is of no use here
            }
        }
        notifyAll();
    }

    private void asked(String request, JsonNode parameters) {
        boolean document = parameters.path("type").asText().equals("Document")
                && parameters.path("frameId").asText().equals(mainFrame);
        open.put(
                request,
                new Asked(
                        parameters.path("loaderId").asText(),
                        withoutFragment(parameters.path("request").path("url").asText()),
                        document));
        if (document) {
            pending = request;
            failure = null;
        }
    }

    /** Of a document that is not to be had from the cache old versions tell the failure and no request before it. */
    private boolean isOfTheDocument(String request, JsonNode parameters) {
        return request.equals(pending)
                || (!open.containsKey(request)
                        && parameters.path("type").asText().equals("Document"));
    }

    private void ended(String request) {
        open.remove(request);
        if (request.equals(pending)) {
            pending = null;
        }
    }

    /** The document that is there now need not be the one last asked for: a script of the one before may have been. */
    private void shown(JsonNode frame) {
        if (frame.hasNonNull("parentId")) {
            return;
        }
        mainFrame = frame.path("id").asText();
        shown = frame.path("loaderId").asText();
        // Their document is gone, and the end of some is never told.
        open.values().removeIf(asked -> !asked.document());
        Asked asked = pending == null ? null : open.get(pending);
        if (asked != null
                && (asked.loader().equals(shown)
                        || asked.url().equals(withoutFragment(frame.path("url").asText())))) {
            pending = null;
        }
    }

    private static String withoutFragment(String url) {
        int fragment = url.indexOf('#');
        return fragment < 0 ? url : url.substring(0, fragment);
    }

    /**
     * Waits until a document that was asked for is shown.
     *
     * @return why it is not
     * @throws UserAgentBrokenException when neither is told within the time given
     */
    synchronized Optional<String> awaitDocument(String loader, Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        while (!shown.equals(loader) && failure == null) {
            long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            if (left <= 0) {
                throw new UserAgentBrokenException(
                        "the document that was navigated to is not shown within " + patience);
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new UserAgentBrokenException("interrupted during a navigation", e);
            }
        }
        return Optional.ofNullable(failure);
    }

    /** Forgets failures of the past. */
    synchronized void forget() {
        failure = null;
    }

    /** Whether a document was asked for that is neither there nor refused. */
    synchronized boolean navigating() {
        return pending != null;
    }

    /** Whether the page has asked for something of which neither the end nor a failure was told. */
    synchronized boolean loading() {
        return !open.isEmpty();
    }

    synchronized Optional<String> lastFailure() {
        return Optional.ofNullable(failure);
    }
}
