package org.cookieproof.driver.htmlunit;

import java.util.NoSuchElementException;
import org.cookieproof.driver.Page;
import org.cookieproof.http.Url;
import org.htmlunit.TextPage;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.javascript.host.Element;
import org.jspecify.annotations.Nullable;

/** What HtmlUnit shows, as sessions tell it. */
final class Documents {

    private Documents() {}

    static Page page(org.htmlunit.@Nullable Page shown) {
        if (shown == null || !shown.getUrl().getProtocol().startsWith("http")) {
            throw new IllegalStateException("no page has been opened since the start");
        }
        return Page.shown(Url.parse(shown.getUrl().toString()), source(shown));
    }

    private static String source(org.htmlunit.Page shown) {
        if (shown instanceof HtmlPage html && html.getDocumentElement().getScriptableObject() instanceof Element root) {
            return root.getOuterHTML();
        }
        return shown instanceof TextPage text
                ? text.getContent()
                : shown.getWebResponse().getContentAsString();
    }

    /** @throws NoSuchElementException where it is no HTML, and so has neither forms nor links */
    static HtmlPage html(org.htmlunit.@Nullable Page shown, Url url) {
        if (shown instanceof HtmlPage html) {
            return html;
        }
        throw new NoSuchElementException(url + " is shown as something else than HTML");
    }
}
