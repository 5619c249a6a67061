package org.cookieproof.driver.playwright;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows the requests of a page, those for documents of its main frame above all. */
final class NavigationWatch {

    private final Page page;
    private final Set<Request> open = new HashSet<>();
    private @Nullable Request pending;
    private @Nullable String failure;

    NavigationWatch(Page page) {
        this.page = page;
        page.onRequest(this::requested);
        page.onRequestFailed(this::failed);
        page.onRequestFinished(this::finished);
        page.onFrameNavigated(this::navigated);
    }

    private void requested(Request request) {
        open.add(request);
        if (isForMainFrame(request)) {
            pending = request;
            failure = null;
        }
    }

    private void failed(Request request) {
        open.remove(request);
        if (request.equals(pending)) {
            pending = null;
            failure = request.failure();
        }
    }

    private void finished(Request request) {
        open.remove(request);
        if (request.equals(pending)) {
            pending = null;
        }
    }

    /** The document that is there now need not be the one last asked for: a script of the one before may have been. */
    private void navigated(Frame frame) {
        Request asked = pending;
        if (frame.equals(page.mainFrame())) {
            // Their document is gone, and the end of some is never told.
            open.removeIf(request -> !request.isNavigationRequest());
        }
        if (asked != null && frame.equals(page.mainFrame()) && sameDocument(asked.url(), frame.url())) {
            pending = null;
        }
    }

    private static boolean sameDocument(String url, String other) {
        return withoutFragment(url).equals(withoutFragment(other));
    }

    private static String withoutFragment(String url) {
        int fragment = url.indexOf('#');
        return fragment < 0 ? url : url.substring(0, fragment);
    }

    private boolean isForMainFrame(Request request) {
        return request.isNavigationRequest() && request.frame().equals(page.mainFrame());
    }

    /** Forgets failures of the past. */
    void forget() {
        failure = null;
    }

    /** Whether a document was asked for that is neither there nor refused. */
    boolean navigating() {
        return pending != null;
    }

    /** Whether the page has asked for something of which neither the end nor a failure was told. */
    boolean loading() {
        return !open.isEmpty();
    }

    Optional<String> lastFailure() {
        return Optional.ofNullable(failure);
    }
}
