package org.cookieproof.driver.browser;

import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.cookieproof.driver.Answer;
import org.cookieproof.driver.ApiRequest;
import org.cookieproof.driver.Form;
import org.cookieproof.driver.Page;
import org.cookieproof.http.Url;
import org.jspecify.annotations.Nullable;

/** Goes from page to page in one tab, and says what is shown when it has come to rest. */
final class Navigator {

    /** Where a document of an origin may be found: a server that answers 404 without content gives none. */
    private static final List<String> DOCUMENTS = List.of("/robots.txt", "/");

    private final RemoteControl control;
    private final Duration patience;
    private final Tab tab;
    private final Settling settling;
    private @Nullable Url lastOpened;

    Navigator(RemoteControl control, Duration patience) {
        this.control = control;
        this.patience = patience;
        this.tab = control.tab();
        this.settling = new Settling(control, tab, patience, System::nanoTime);
    }

    Page open(Url url) {
        lastOpened = url;
        String before = document();
        Optional<String> error = control.navigate(url);
        if (error.isEmpty() && document().equals(before)) {
            error = Optional.of(control.aborted()); // which WebDriver does not tell
        }
        if (error.filter(control.aborted()::equals).isPresent()) {
            return Page.notShown(url, control.aborted());
        }
        if (error.isPresent()) {
            settling.untilErrorShows(before);
        }
        settling.untilLoaded();
        return shown();
    }

    Page shown() {
        return settling.read("told what it shows", () -> tab.page(lastOpened, control.lastFailure()));
    }

    Optional<String> valueOf(String selector) {
        return settling.read("told a field's value", () -> tab.valueOf(selector));
    }

    void fill(String selector, String value) {
        settling.despiteNavigation("filled in " + selector, () -> {
            new Typist(control, tab).fill(selector, value);
            return value;
        });
    }

    Page submit(Form form) {
        settling.afterActivation(
                settling.despiteNavigation("submitted " + form.selector(), () -> fillInAndPress(form)));
        return shown();
    }

    /** What was typed is gone with the document it was typed into. */
    private Place fillInAndPress(Form form) {
        Typist typist = new Typist(control, tab);
        String start = tab.document();
        typist.fill(form);
        Place before = tab.place();
        if (!before.document().equals(start)) {
            throw new ControlException("the page went elsewhere while its form was filled in");
        }
        typist.press(form);
        return before;
    }

    Page follow(String selector) {
        settling.afterActivation(settling.despiteNavigation("followed " + selector, () -> activate(selector)));
        return shown();
    }

    private Place activate(String link) {
        Place before = tab.place();
        if (!control.click(PageScripts.LINK, link)) {
            throw new NoSuchElementException("no link " + link + " on " + before.url());
        }
        return before;
    }

    Page goBack() {
        Place before = place();
        if (tab.back()) {
            settling.afterBack(before);
        }
        return shown();
    }

    /** From the current document where that is of the request's origin, from one in a tab of its own where it is not. */
    Answer request(ApiRequest request) {
        if (isAt(request.url())) {
            return tab.fetch(request);
        }
        RemoteControl other = control.openTab();
        try {
            return new Navigator(other, patience).requestFromItsOrigin(request);
        } finally {
            other.closeTab();
        }
    }

    Navigator openTab() {
        return new Navigator(control.openTab(), patience);
    }

    void closeTab() {
        control.closeTab();
    }

    boolean isIdle() {
        if (control.loading().isEmpty()) {
            return false;
        }
        try {
            tab.call(PageScripts.IDLE);
        } catch (ControlException e) {
            return false; // it was just led elsewhere
        }
        return !control.navigating() && control.loading().equals(Optional.of(false));
    }

    byte[] screenshot() {
        return control.screenshot();
    }

    private Answer requestFromItsOrigin(ApiRequest request) {
        for (String document : DOCUMENTS) {
            open(request.url().resolve(document));
            if (isAt(request.url())) {
                return tab.fetch(request);
            }
        }
        throw new IllegalStateException("no document of " + request.url().origin()
                + " is shown that the request could be sent from: "
                + shown().error().orElse("it leads elsewhere"));
    }

    private boolean isAt(Url url) {
        return settling.read("told its origin", tab::origin).equals(url.origin());
    }

    private Place place() {
        return settling.read("told where it stands", tab::place);
    }

    private String document() {
        return settling.read("told what it shows", tab::document);
    }

    Tab tab() {
        return tab;
    }
}
