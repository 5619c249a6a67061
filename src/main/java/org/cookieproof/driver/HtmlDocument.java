package org.cookieproof.driver;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.cookieproof.http.Body;
import org.cookieproof.http.Url;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The page of a client without an engine: what was received, and the state of its forms. Scripts do not run. Whatever
 * it holds is hostile input.
 */
final class HtmlDocument {

    private static final Pattern CHARSET = Pattern.compile("(?i)\\bcharset=[\"']?([^\\s;\"']+)");
    private static final Pattern FOREIGN_SCHEME = Pattern.compile("(?i)\\s*(?!https?:)[a-z][a-z0-9+.-]*:.*");

    private final Page page;
    private final Document dom;

    private HtmlDocument(Page page, Document dom) {
        this.page = page;
        this.dom = dom;
    }

    /** Reads what came under a media type; anything but HTML is a text without forms or links. */
    static HtmlDocument read(Url url, String contentType, Body body) {
        Charset declared = charset(contentType);
        if (!isHtml(contentType)) {
            String text = declared == null ? body.text() : body.text(declared);
            return new HtmlDocument(Page.shown(url, text), new Document(url.toString()));
        }
        try {
            Document dom = Jsoup.parse(
                    new ByteArrayInputStream(body.bytes()), declared == null ? null : declared.name(), url.toString());
            return new HtmlDocument(Page.shown(url, body.text(dom.charset())), dom);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot happen: the bytes are in memory", e);
        }
    }

    static HtmlDocument notShown(Url url, String error) {
        return new HtmlDocument(Page.notShown(url, error), new Document(url.toString()));
    }

    private static boolean isHtml(String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT).trim();
        return type.isEmpty() || type.startsWith("text/html") || type.startsWith("application/xhtml+xml");
    }

    private static @Nullable Charset charset(String contentType) {
        Matcher matcher = CHARSET.matcher(contentType);
        try {
            return matcher.find() ? Charset.forName(matcher.group(1)) : null;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null; // as browsers do: a name that nobody knows is as good as none
        }
    }

    /** The source as received: what was typed into its fields is no part of it, as in a browser. */
    Page page() {
        return page;
    }

    /**
     * Where the first link found leads, fragment and all.
     *
     * @throws NoSuchElementException when there is no such link
     */
    String link(String selector) {
        Element found = dom.selectFirst(selector);
        Element link = found == null ? null : found.closest("a[href], area[href]");
        if (link == null) {
            throw missing("link", selector);
        }
        return link.attr("href");
    }

    /**
     * A reference in this document as an absolute URL, percent-encoded as a browser would.
     *
     * @return empty for what no URL can be made of
     * @throws NotPossibleException for another scheme than http and https
     */
    Optional<Url> resolve(String reference) {
        if (FOREIGN_SCHEME.matcher(reference).matches()) {
            throw new NotPossibleException("this user agent does not open " + reference);
        }
        HttpUrl here = HttpUrl.parse(page.url().toString());
        HttpUrl base = here == null ? null : baseOf(here);
        HttpUrl target = base == null ? null : base.resolve(reference.strip());
        return Optional.ofNullable(target).map(u -> Url.parse(u.toString()));
    }

    private HttpUrl baseOf(HttpUrl here) {
        Element base = dom.selectFirst("base[href]");
        HttpUrl declared = base == null ? null : here.resolve(base.attr("href").strip());
        return declared == null ? here : declared;
    }

    /** The value of Referer for a request from here (Referrer Policy, strict-origin-when-cross-origin). */
    @Nullable
    String refererFor(Url target) {
        Url here = page.url();
        if (here.origin().equals(target.origin())) {
            return here.toString();
        }
        return here.isSecure() && !target.isSecure() ? null : here.origin() + "/";
    }

    /** What a browser would fetch for the images of this page, each once. */
    List<Url> images() {
        return sources("img[src]");
    }

    /** What a browser would show in the frames of this page, each once. */
    List<Url> frames() {
        return sources("iframe[src], frame[src]");
    }

    private List<Url> sources(String selector) {
        return dom.select(selector).stream()
                .map(element -> element.attr("src"))
                .filter(src -> !src.isBlank() && !FOREIGN_SCHEME.matcher(src).matches())
                .map(this::resolve)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /**
     * Fills in a form and makes the request that submitting it makes; empty when its action is no URL.
     *
     * @throws NoSuchElementException when there is no such form, field or button
     */
    Optional<Call> submission(Form form) {
        Element element = dom.selectFirst(form.selector());
        if (element == null || !element.normalName().equals("form")) {
            throw missing("form", form.selector());
        }
        return new HtmlForm(this, element).submission(form);
    }

    /**
     * Types into a field.
     *
     * @throws NoSuchElementException when there is no such field
     */
    void fill(String selector, String value) {
        control(selector).orElseThrow(() -> missing("field", selector)).set(value);
    }

    Optional<String> valueOf(String selector) {
        return control(selector).map(HtmlControl::value);
    }

    private Optional<HtmlControl> control(String selector) {
        return Optional.ofNullable(dom.selectFirst(selector))
                .filter(HtmlControl::isControl)
                .map(HtmlControl::new);
    }

    private NoSuchElementException missing(String what, String selector) {
        return new NoSuchElementException("no " + what + " '" + selector + "' on " + page.url());
    }
}
