package org.cookieproof.driver.htmlunit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.cookieproof.driver.Form;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlButton;
import org.htmlunit.html.HtmlCheckBoxInput;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlImageInput;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlRadioButtonInput;
import org.htmlunit.html.HtmlSelect;
import org.htmlunit.html.HtmlSubmitInput;
import org.htmlunit.html.HtmlTextArea;

/** Types into HtmlUnit's pages and clicks on them. */
final class Typist {

    /** A page that leads elsewhere as often as that leads nowhere. */
    private static final int ATTEMPTS = 5;

    /** A button of any other type, or of none, submits its form (HTML §4.10.8). */
    private static final Set<String> NO_SUBMIT = Set.of("button", "reset");

    private final Supplier<HtmlPage> pages;

    /** @param pages gives the page that is shown at the time */
    Typist(Supplier<HtmlPage> pages) {
        this.pages = pages;
    }

    void follow(String selector) throws IOException {
        HtmlPage page = pages.get();
        DomNode found = page.querySelector(selector);
        while (found != null && !(found instanceof DomElement e && e.hasAttribute("href"))) {
            found = found.getParentNode();
        }
        if (found instanceof DomElement link) {
            link.click();
        } else {
            throw missing("link", selector, page);
        }
    }

    void fill(String selector, String value) {
        HtmlPage page = pages.get();
        type(control(page, selector).orElseThrow(() -> missing("field", selector, page)), value);
    }

    Optional<String> valueOf(String selector) {
        return control(pages.get(), selector).map(Typist::value);
    }

    private static Optional<HtmlElement> control(HtmlPage page, String selector) {
        DomNode found = page.querySelector(selector);
        return found instanceof HtmlInput || found instanceof HtmlTextArea || found instanceof HtmlSelect
                ? Optional.of((HtmlElement) found)
                : Optional.empty();
    }

    private static String value(HtmlElement control) {
        if (control instanceof HtmlInput input) {
            return input.getValue();
        }
        if (control instanceof HtmlTextArea area) {
            return area.getText();
        }
        return control instanceof HtmlSelect select
                        && !select.getSelectedOptions().isEmpty()
                ? select.getSelectedOptions().get(0).getValueAttribute()
                : "";
    }

    void submit(Form form) throws IOException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            HtmlPage page = pages.get();
            HtmlForm found = form(page, form.selector());
            fillIn(found, form);
            page.getWebClient().waitForBackgroundJavaScriptStartingBefore(0);
            if (pages.get() == page) {
                press(found, form);
                return;
            }
            // The page led elsewhere while it was filled in: there it is done once more.
        }
        throw new NoSuchElementException("the page of " + form.selector() + " does not hold still");
    }

    private static HtmlForm form(HtmlPage page, String selector) {
        if (page.querySelector(selector) instanceof HtmlForm form) {
            return form;
        }
        throw missing("form", selector, page);
    }

    private static void fillIn(HtmlForm found, Form form) {
        form.values().forEach((name, value) -> {
            List<HtmlElement> named = found.getFormElements().stream()
                    .filter(e -> e.getAttribute("name").equals(name))
                    .toList();
            if (named.isEmpty()) {
                throw missing("field", name, (HtmlPage) found.getPage());
            }
            HtmlElement control = named.get(0);
            if (control instanceof HtmlRadioButtonInput) {
                choose(named, value, found);
            } else {
                type(control, value);
            }
        });
    }

    private static void choose(List<HtmlElement> radios, String value, HtmlForm form) {
        HtmlInput chosen = radios.stream()
                .filter(HtmlInput.class::isInstance)
                .map(HtmlInput.class::cast)
                .filter(radio -> radio.getValue().equals(value))
                .findFirst()
                .orElseThrow(() -> missing("choice", value, (HtmlPage) form.getPage()));
        chosen.setChecked(true);
    }

    private static void type(HtmlElement control, String value) {
        try {
            if (control instanceof HtmlCheckBoxInput box) {
                box.setChecked(!value.isEmpty());
            } else if (control instanceof HtmlSelect select) {
                select.setSelectedAttribute(value, true);
            } else if (control instanceof HtmlTextArea area) {
                area.setText("");
                area.type(value);
            } else if (control instanceof HtmlInput input) {
                input.setValue("");
                input.type(value);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void press(HtmlForm found, Form form) throws IOException {
        Optional<HtmlElement> button = found.getFormElements().stream()
                .filter(Typist::isSubmitButton)
                .filter(b -> !b.hasAttribute("disabled"))
                .filter(b -> form.button().isEmpty()
                        || b.getAttribute("name").equals(form.button().get()))
                .findFirst();
        if (button.isPresent()) {
            button.get().click();
        } else if (form.button().isPresent()) {
            throw missing("submit button", form.button().get(), (HtmlPage) found.getPage());
        } else {
            // As by the Enter key: a form of one field needs no button.
            found.getPage().getWebClient().getPage(found.getPage().getEnclosingWindow(), found.getWebRequest(null));
        }
    }

    private static boolean isSubmitButton(HtmlElement control) {
        return control instanceof HtmlSubmitInput
                || control instanceof HtmlImageInput
                || (control instanceof HtmlButton button && !NO_SUBMIT.contains(button.getAttribute("type")));
    }

    private static NoSuchElementException missing(String what, String selector, HtmlPage page) {
        return new NoSuchElementException("no " + what + " '" + selector + "' on " + page.getUrl());
    }
}
