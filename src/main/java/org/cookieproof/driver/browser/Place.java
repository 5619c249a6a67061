package org.cookieproof.driver.browser;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a tab stands.
 *
 * @param document    changes with every document; the old one comes back with a page from the back-forward cache
 * @param url         with its fragment
 * @param unreachable the URL that could not be shown, when the tab shows the browser's own error page
 * @param entry       changes with the position in the tab's history, so far as the engine tells it
 */
public record Place(String document, String url, @Nullable String unreachable, String entry) {

    public Place {
        Objects.requireNonNull(document);
        Objects.requireNonNull(url);
        Objects.requireNonNull(entry);
    }
}
