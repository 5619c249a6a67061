package org.cookieproof.tap;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cookieproof.http.Headers;

/**
 * Whether a message has a field.
 *
 * @param name    whatever its case
 * @param value   is found somewhere in the value of one such field; absent for any value
 * @param present false to ask that there is no such field
 */
public record FieldTest(String name, Optional<Pattern> value, boolean present) {

    public FieldTest {
        FieldText.requireName(name);
        Objects.requireNonNull(value);
    }

    boolean holds(Headers headers) {
        boolean found = headers.values(name).stream()
                .anyMatch(v -> value.map(p -> p.matcher(v).find()).orElse(true));
        return found == present;
    }
}
