package org.cookieproof.driver;

import java.util.Objects;
import java.util.Optional;
import org.cookieproof.http.Url;

/**
 * A document as the user agent shows it.
 *
 * @param url   its final URL, after redirects
 * @param html  its source as it is now; for a script-running user agent the serialised DOM
 * @param error what the user agent showed in its stead ({@code net::ERR_CACHE_MISS}, too many redirects); empty when
 *              the document is shown, whatever its status
 */
public record Page(Url url, String html, Optional<String> error) {

    public Page {
        Objects.requireNonNull(url);
        Objects.requireNonNull(html);
        Objects.requireNonNull(error);
    }

    public static Page shown(Url url, String html) {
        return new Page(url, html, Optional.empty());
    }

    public static Page notShown(Url url, String error) {
        return new Page(url, "", Optional.of(error));
    }
}
