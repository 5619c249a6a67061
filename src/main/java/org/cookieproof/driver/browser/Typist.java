package org.cookieproof.driver.browser;

import static org.cookieproof.driver.browser.PageScripts.Preparation.FILE;
import static org.cookieproof.driver.browser.PageScripts.Preparation.NO_FIELD;
import static org.cookieproof.driver.browser.PageScripts.Preparation.NO_OPTION;
import static org.cookieproof.driver.browser.PageScripts.Preparation.TYPE;
import static org.cookieproof.driver.browser.PageScripts.Preparation.TYPE_LINES;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.NoSuchElementException;
import org.cookieproof.driver.Form;
import org.cookieproof.driver.browser.PageScripts.Preparation;

/** Fills in fields and forms as a person does, so far as a person could. */
record Typist(RemoteControl control, Tab tab) {

    void fill(String selector, String value) {
        fillIn("field " + selector, value, tab.call(PageScripts.PREPARE_FIELD, selector, value));
    }

    void fill(Form form) {
        if (!tab.call(PageScripts.HAS_FORM, form.selector()).asBoolean()) {
            throw new NoSuchElementException("no form " + form.selector());
        }
        form.values()
                .forEach((name, value) -> fillIn(
                        "field " + name + " in the form " + form.selector(),
                        value,
                        tab.call(PageScripts.PREPARE_IN_FORM, form.selector(), name, value)));
    }

    void press(Form form) {
        if (control.click(PageScripts.BUTTON, form.selector(), form.button().orElse(""))) {
            return;
        }
        if (form.button().isPresent()) {
            throw new NoSuchElementException("no button " + form.button().get() + " in the form " + form.selector());
        }
        tab.call(PageScripts.SUBMIT_WITHOUT_BUTTON, form.selector());
    }

    private void fillIn(String what, String value, JsonNode prepared) {
        Preparation preparation = Preparation.valueOf(prepared.asText());
        if (preparation == NO_FIELD || preparation == NO_OPTION) {
            throw new NoSuchElementException(
                    "no " + what + (preparation == NO_OPTION ? " with the choice " + value : ""));
        }
        if (preparation == FILE) {
            throw new IllegalArgumentException(what + " takes a file, not text");
        }
        if (preparation == TYPE || preparation == TYPE_LINES) {
            // A line break typed into a single line would submit the form.
            type(preparation == TYPE ? value.replaceAll("[\r\n]", "") : value);
        }
    }

    private void type(String text) {
        if (text.isEmpty()) {
            control.pressDelete();
        } else {
            control.type(text);
        }
    }
}
