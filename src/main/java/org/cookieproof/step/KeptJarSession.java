package org.cookieproof.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cookieproof.driver.Answer;
import org.cookieproof.driver.ApiRequest;
import org.cookieproof.driver.Call;
import org.cookieproof.driver.Form;
import org.cookieproof.driver.NotPossibleException;
import org.cookieproof.driver.Page;
import org.cookieproof.driver.UserAgentSession;
import org.cookieproof.evidence.Jar;
import org.cookieproof.http.Body;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.HeaderField;
import org.cookieproof.http.Headers;
import org.cookieproof.http.Response;
import org.cookieproof.http.Url;
import org.cookieproof.http.cookie.CookieContext;
import org.cookieproof.http.cookie.CookieJar;
import org.cookieproof.tap.RawClient;

/**
 * The harness's own client with a copy of a kept jar: whoever has got hold of somebody's cookies. It follows redirects
 * and takes cookies as the RFC 6265bis model does; it opens pages and sends requests, and that is all.
 */
final class KeptJarSession implements UserAgentSession {

    /** What such a client can do, as profiles call it. */
    static final Set<String> CAN = Set.of("forms", "redirects");

    /** As browsers (Fetch §4.4). */
    private static final int MOST_REDIRECTS = 20;

    private final String name;
    private final CookieJar jar;
    private final RawClient raw;
    private Optional<Page> shown = Optional.empty();

    KeptJarSession(String name, CookieJar jar, RawClient raw) {
        this.name = name;
        this.jar = jar;
        this.raw = raw;
    }

    @Override
    public String engine() {
        return "the harness's own client with the jar " + name;
    }

    @Override
    public Page open(Url url) {
        Exchange last = send(ApiRequest.get(url));
        Page page = last.answer()
                .map(answer -> answer.isRedirect()
                        ? Page.notShown(last.url(), "more than " + MOST_REDIRECTS + " redirects")
                        : Page.shown(last.url(), answer.body().text()))
                .orElseGet(() -> Page.notShown(last.url(), last.summary()));
        shown = Optional.of(page);
        return page;
    }

    @Override
    public Answer request(ApiRequest request) {
        Exchange last = send(request);
        return last.answer()
                .map(answer ->
                        new Answer(last.url(), answer.status(), answer.body().text()))
                .orElseGet(() -> new Answer(last.url(), 0, last.summary()));
    }

    private Exchange send(ApiRequest request) {
        Exchange last = sendOnce(request);
        for (int hop = 0; hop < MOST_REDIRECTS; hop++) {
            Optional<Url> next = last.answer().filter(Response::isRedirect).flatMap(redirect(last.url()));
            if (next.isEmpty()) {
                return last;
            }
            last = sendOnce(ApiRequest.get(next.get()));
        }
        return last;
    }

    private static java.util.function.Function<Response, Optional<Url>> redirect(Url from) {
        return answer -> answer.headers().first("Location").flatMap(location -> {
            try {
                return Optional.of(from.resolve(location.strip()));
            } catch (IllegalArgumentException e) {
                return Optional.empty(); // leads nowhere: the redirect itself is the last answer
            }
        });
    }

    private Exchange sendOnce(ApiRequest request) {
        CookieContext context = CookieContext.direct(request.url());
        List<HeaderField> headers = new ArrayList<>();
        String cookies = jar.cookieHeader(context);
        if (!cookies.isEmpty()) {
            headers.add(new HeaderField("Cookie", cookies));
        }
        Body body = request.content().map(Call.Content::body).orElse(Body.EMPTY);
        request.content().ifPresent(c -> headers.add(new HeaderField("Content-Type", c.type())));
        request.headers().forEach((field, value) -> headers.add(new HeaderField(field, value)));
        Exchange exchange = raw.send(request.method(), request.url(), new Headers(headers), body);
        exchange.answer().ifPresent(a -> a.setCookies().forEach(line -> jar.receive(line, context)));
        return exchange;
    }

    @Override
    public Page page() {
        return shown.orElseThrow(() -> new IllegalStateException("no page has been opened"));
    }

    @Override
    public Jar jar() {
        return new Jar.Opaque("the harness keeps it; no user agent does");
    }

    @Override
    public Page submit(Form form) {
        throw cannot();
    }

    @Override
    public void fill(String selector, String value) {
        throw cannot();
    }

    @Override
    public Optional<String> valueOf(String selector) {
        throw cannot();
    }

    @Override
    public Page follow(String selector) {
        throw cannot();
    }

    @Override
    public Page goBack() {
        throw cannot();
    }

    @Override
    public void restart() {
        throw cannot();
    }

    private static NotPossibleException cannot() {
        return new NotPossibleException("a kept jar visits and requests; it does nothing else");
    }

    @Override
    public void close() {
        // the client is its lease's
    }
}
