package org.cookieproof.driver.chromium;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a tab stands.
 *
 * @param loaderId     changes with every document; the old one comes back with a page from the back-forward cache
 * @param url          with its fragment
 * @param unreachable  the URL that could not be shown, when the tab shows the browser's own error page
 * @param historyIndex the position in the tab's history, from 0
 */
record Place(String loaderId, String url, @Nullable String unreachable, int historyIndex) {

    Place {
        Objects.requireNonNull(loaderId);
        Objects.requireNonNull(url);
    }
}
