package org.cookieproof.driver;

import java.util.Objects;
import org.cookieproof.http.Body;
import org.cookieproof.http.Url;

/** What a client made of a {@link Call}. */
public sealed interface Reply {

    /** What a person would be shown. */
    HtmlDocument document();

    /** What a program would be told; status 0 and the reason as the body where nothing came. */
    Answer answer();

    /**
     * The last response.
     *
     * @param url         of the request it answers
     * @param contentType as received; empty for none
     */
    record Got(Url url, int status, String contentType, Body body) implements Reply {
        public Got {
            Objects.requireNonNull(url);
            Objects.requireNonNull(contentType);
            Objects.requireNonNull(body);
        }

        @Override
        public HtmlDocument document() {
            return HtmlDocument.read(url, contentType, body);
        }

        @Override
        public Answer answer() {
            return new Answer(url, status, document().page().html());
        }
    }

    /** No response to show: a redirect loop, a refused certificate, a closed connection. */
    record Failed(Url url, String reason) implements Reply {
        public Failed {
            Objects.requireNonNull(url);
            Objects.requireNonNull(reason);
        }

        @Override
        public HtmlDocument document() {
            return HtmlDocument.notShown(url, reason);
        }

        @Override
        public Answer answer() {
            return new Answer(url, 0, reason);
        }
    }
}
