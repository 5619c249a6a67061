package org.cookieproof.driver;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cookieproof.evidence.Jar;
import org.cookieproof.http.Url;
import org.cookieproof.profile.Capability;
import org.cookieproof.profile.Profile;
import org.jspecify.annotations.Nullable;

/**
 * A user agent made of a client without an engine: it reads pages, fills in forms and follows links, never runs a
 * script, has no history, and fetches images and frames only where the profile says so. A request of its own that gets no response
 * has status 0 and the reason as its body.
 */
public final class ClientSession implements UserAgentSession {

    /** These have content by their meaning, if only an empty one (RFC 9110 §9.3). */
    private static final Set<String> NEVER_BARE = Set.of("POST", "PUT", "PATCH");

    private final Profile profile;
    private final Transport transport;
    private @Nullable HtmlDocument current;

    /** Takes over the transport: closing the session closes it. */
    public ClientSession(Profile profile, Transport transport) {
        this.profile = Objects.requireNonNull(profile);
        this.transport = Objects.requireNonNull(transport);
    }

    @Override
    public String engine() {
        return transport.engine();
    }

    @Override
    public Page open(Url url) {
        return show(Call.get(url).askedBy(Call.Asker.PERSON));
    }

    private Page show(Call call) {
        HtmlDocument shown = transport.send(call).document();
        current = shown;
        if (profile.can(Capability.IMAGES)) {
            new Embedding(transport).load(shown);
        }
        return shown.page();
    }

    /** What the document at hand asks for in its own place. */
    private Page showNext(Call call) {
        return show(call.askedBy(new Call.Asker(List.of(document().page().url()), Call.Place.ADDRESS_BAR)));
    }

    @Override
    public Page page() {
        return document().page();
    }

    @Override
    public Page submit(Form form) {
        return readable()
                .submission(form)
                .map(this::showNext)
                .orElseGet(() -> cannotOpen("the action of " + form.selector()));
    }

    @Override
    public void fill(String selector, String value) {
        readable().fill(selector, value);
    }

    @Override
    public Optional<String> valueOf(String selector) {
        return readable().valueOf(selector);
    }

    @Override
    public Page follow(String selector) {
        HtmlDocument here = readable();
        String reference = here.link(selector).strip();
        if (reference.startsWith("#")) {
            return here.page();
        }
        return here.resolve(reference)
                .map(url -> showNext(new Call("GET", url, null, here.refererFor(url))))
                .orElseGet(() -> cannotOpen(reference));
    }

    private Page cannotOpen(String what) {
        HtmlDocument error = HtmlDocument.notShown(document().page().url(), "not a URL: " + what);
        current = error;
        return error.page();
    }

    @Override
    public Page goBack() {
        throw new NotPossibleException(profile.id() + " has no history");
    }

    @Override
    public Answer request(ApiRequest request) {
        Call.Content none = NEVER_BARE.contains(request.method()) ? FormEncoding.ofProgram(request.form()) : null;
        Call.Content content = request.content().orElse(none);
        return transport
                .send(new Call(request.method(), request.url(), content, null, request.headers()))
                .answer();
    }

    @Override
    public boolean logsInByItself() {
        return transport.logsInByItself();
    }

    @Override
    public OwnLogin logIn(Url api, String name, String password) {
        return transport.logIn(api, name, password);
    }

    @Override
    public Jar jar() {
        return transport.jar();
    }

    @Override
    public void restart() {
        transport.restart();
        current = null;
    }

    @Override
    public void close() {
        transport.close();
    }

    private HtmlDocument readable() {
        if (!profile.can(Capability.FORMS)) {
            throw new NotPossibleException(profile.id() + " reads no pages: it is a bare API client");
        }
        return document();
    }

    private HtmlDocument document() {
        if (current == null) {
            throw new IllegalStateException("no page has been opened since the start");
        }
        return current;
    }
}
