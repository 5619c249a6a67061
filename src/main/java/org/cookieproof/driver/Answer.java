package org.cookieproof.driver;

import java.util.Objects;
import org.cookieproof.http.Url;

/** What came back for an {@link ApiRequest}, after redirects. The wire, not this, is the evidence. */
public record Answer(Url url, int status, String body) {

    public Answer {
        Objects.requireNonNull(url);
        Objects.requireNonNull(body);
    }
}
