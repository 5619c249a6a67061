package org.cookieproof.driver;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.cookieproof.driver.HtmlControl.Entry;
import org.cookieproof.http.Url;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** One form of a page, and how HTML §4.10.22 submits it. */
final class HtmlForm {

    private final HtmlDocument document;
    private final Element form;
    private final List<HtmlControl> controls;

    HtmlForm(HtmlDocument document, Element form) {
        this.document = document;
        this.form = form;
        this.controls = controlsOf(form);
    }

    /** In tree order: its descendants, what the parser gave to it, and what names it in a form attribute. */
    private static List<HtmlControl> controlsOf(Element form) {
        // The parser's association covers forms torn apart by misnested tables.
        Set<Element> inside = new LinkedHashSet<>(form.getAllElements());
        if (form instanceof FormElement parsed) {
            inside.addAll(parsed.elements());
        }
        return form.root().getAllElements().stream()
                .filter(HtmlControl::isControl)
                .filter(e -> e.hasAttr("form")
                        ? !form.id().isEmpty() && e.attr("form").equals(form.id())
                        : inside.contains(e))
                .map(HtmlControl::new)
                .toList();
    }

    Optional<Call> submission(Form filled) {
        filled.values().forEach(this::set);
        Optional<HtmlControl> pressed = pressed(filled.button());
        List<Entry> entries =
                controls.stream().flatMap(c -> c.entries(pressed).stream()).toList();
        return document.resolve(attribute("action", pressed)).map(target -> call(target, entries, pressed));
    }

    private Call call(Url target, List<Entry> entries, Optional<HtmlControl> pressed) {
        if (attribute("method", pressed).equalsIgnoreCase("post")) {
            FormEncoding encoding = FormEncoding.of(attribute("enctype", pressed));
            return new Call("POST", target, encoding.encode(entries), document.refererFor(target));
        }
        String query = FormEncoding.urlEncoded(entries);
        Url asked = new Url(target.scheme(), target.host(), target.port(), target.path() + "?" + query);
        return new Call("GET", asked, null, document.refererFor(asked));
    }

    /** The button's own {@code formaction} and the like come before the form's. */
    private String attribute(String name, Optional<HtmlControl> pressed) {
        return pressed.map(HtmlControl::element)
                .filter(e -> e.hasAttr("form" + name))
                .map(e -> e.attr("form" + name))
                .orElse(form.attr(name));
    }

    private void set(String name, String value) {
        List<HtmlControl> named =
                controls.stream().filter(c -> c.name().equals(name)).toList();
        if (named.isEmpty()) {
            throw missing("field", name);
        }
        if (named.get(0).isRadio()) {
            HtmlControl chosen = named.stream()
                    .filter(c -> c.value().equals(value))
                    .findFirst()
                    .orElseThrow(() -> missing("choice '" + value + "' of field", name));
            named.forEach(c -> c.tick(c.equals(chosen)));
        } else {
            named.get(0).set(value);
        }
    }

    private Optional<HtmlControl> pressed(Optional<String> name) {
        Optional<HtmlControl> button = controls.stream()
                .filter(HtmlControl::isSubmitButton)
                .filter(c -> !c.isDisabled())
                .filter(c -> name.isEmpty() || c.name().equals(name.get()))
                .findFirst();
        if (name.isPresent() && button.isEmpty()) {
            throw missing("submit button", name.get());
        }
        return button;
    }

    private NoSuchElementException missing(String what, String name) {
        return new NoSuchElementException("no " + what + " '" + name + "' in the form "
                + (form.id().isEmpty() ? form.cssSelector() : "#" + form.id()) + " on "
                + document.page().url());
    }
}
