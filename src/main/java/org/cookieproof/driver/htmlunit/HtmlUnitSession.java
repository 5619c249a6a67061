package org.cookieproof.driver.htmlunit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.cookieproof.driver.Answer;
import org.cookieproof.driver.ApiRequest;
import org.cookieproof.driver.Call;
import org.cookieproof.driver.Form;
import org.cookieproof.driver.NotPossibleException;
import org.cookieproof.driver.Page;
import org.cookieproof.driver.UserAgentBrokenException;
import org.cookieproof.driver.UserAgentSession;
import org.cookieproof.evidence.Jar;
import org.cookieproof.http.Url;
import org.htmlunit.FailingHttpStatusCodeException;
import org.htmlunit.HttpMethod;
import org.htmlunit.Version;
import org.htmlunit.WebClient;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.Nullable;

/** One HtmlUnit with one window. What it is told it does on a thread of its own, which can be given up. */
final class HtmlUnitSession implements UserAgentSession {

    /** Scripts that a page starts within this time are still its loading; timers beyond are its own affair. */
    private static final long SOON_MILLIS = 50;

    private final Supplier<WebClient> starter;
    private final OwnThread thread;
    private WebClient client;
    private @Nullable Page error;

    /** @param starter makes a client with nothing in it; for a restart again, since HtmlUnit keeps nothing on disk */
    HtmlUnitSession(Supplier<WebClient> starter, Duration patience) {
        this.starter = starter;
        this.thread = new OwnThread("HtmlUnit", patience);
        this.client = thread.act(starter);
    }

    @Override
    public String engine() {
        return "HtmlUnit " + Version.getProductVersion();
    }

    @Override
    public Page open(Url url) {
        return thread.act(() -> navigate(url, () -> {
            WebRequest request = new WebRequest(url(url));
            client.getPage(client.getCurrentWindow().getTopWindow(), request);
        }));
    }

    /** Something that may lead to another document. */
    private interface Step {
        void take() throws IOException;
    }

    /** @param asked what the page is called if it cannot be shown and nothing tells its URL */
    private Page navigate(Url asked, Step step) {
        error = null;
        try {
            step.take();
            client.waitForBackgroundJavaScriptStartingBefore(SOON_MILLIS);
        } catch (InterruptedIOException e) {
            throw new UserAgentBrokenException("HtmlUnit got no answer from " + asked + " in time", e);
        } catch (FailingHttpStatusCodeException | IOException e) {
            // The former is how HtmlUnit says that there were too many redirects.
            error = Page.notShown(asked, String.valueOf(e.getMessage()));
        }
        return shown();
    }

    @Override
    public Page page() {
        return thread.act(this::shown);
    }

    private Page shown() {
        return error == null ? Documents.page(window()) : error;
    }

    private org.htmlunit.@Nullable Page window() {
        return client.getCurrentWindow().getTopWindow().getEnclosedPage();
    }

    /** @throws java.util.NoSuchElementException where something else is shown, which has no elements */
    private HtmlPage document() {
        return Documents.html(error == null ? window() : null, shown().url());
    }

    @Override
    public Page submit(Form form) {
        return thread.act(() -> navigate(shown().url(), () -> new Typist(this::document).submit(form)));
    }

    @Override
    public void fill(String selector, String value) {
        thread.act(() -> {
            new Typist(this::document).fill(selector, value);
            return selector;
        });
    }

    @Override
    public Optional<String> valueOf(String selector) {
        return thread.act(() -> new Typist(this::document).valueOf(selector));
    }

    @Override
    public Page follow(String selector) {
        return thread.act(() -> navigate(shown().url(), () -> new Typist(this::document).follow(selector)));
    }

    @Override
    public Page goBack() {
        return thread.act(() -> navigate(
                shown().url(),
                () -> client.getCurrentWindow().getTopWindow().getHistory().back()));
    }

    @Override
    public Answer request(ApiRequest request) {
        return thread.act(() -> {
            try {
                WebRequest sent = new WebRequest(url(request.url()), method(request.method()));
                request.headers().forEach(sent::setAdditionalHeader);
                Optional<Call.Content> content = request.content();
                content.ifPresent(c -> {
                    sent.setAdditionalHeader("Content-Type", c.type());
                    sent.setCharset(UTF_8);
                    sent.setRequestBody(c.body().text());
                });
                WebResponse response = client.loadWebResponse(sent);
                return new Answer(
                        Url.parse(response.getWebRequest().getUrl().toString()),
                        response.getStatusCode(),
                        response.getContentAsString(charset(response)));
            } catch (InterruptedIOException e) {
                throw new UserAgentBrokenException("HtmlUnit got no answer from " + request.url() + " in time", e);
            } catch (FailingHttpStatusCodeException | IOException e) {
                return new Answer(request.url(), 0, String.valueOf(e.getMessage()));
            }
        });
    }

    /** JSON, which is what programs mostly get, names none and is UTF-8 (RFC 8259 §8.1). */
    private static Charset charset(WebResponse response) {
        Charset told = response.getHeaderContentCharset();
        return told == null ? UTF_8 : told;
    }

    private static HttpMethod method(String name) {
        try {
            return HttpMethod.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new NotPossibleException("HtmlUnit has no method " + name);
        }
    }

    private static URL url(Url url) {
        try {
            return URI.create(url.toString()).toURL();
        } catch (IllegalArgumentException | MalformedURLException e) {
            throw new UncheckedIOException(new IOException("HtmlUnit does not take " + url, e));
        }
    }

    @Override
    public Jar jar() {
        return thread.act(() -> HeldCookies.of(client.getCookieManager(), Instant.now()));
    }

    @Override
    public void restart() {
        thread.act(() -> {
            client.close();
            client = starter.get();
            error = null;
            return client;
        });
    }

    @Override
    public void close() {
        thread.close(() -> client.close());
    }
}
