package org.cookieproof.driver;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What to put into a form.
 *
 * @param selector which form, by CSS
 * @param values   by field name; {@code "1"} or {@code ""} ticks or clears a check box; all other fields keep what the
 *                 page gave them, hidden ones included
 * @param button   the name of the submit button to press; empty for the first
 */
public record Form(String selector, Map<String, String> values, Optional<String> button) {

    public Form {
        Objects.requireNonNull(selector);
        values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
        Objects.requireNonNull(button);
    }
}
