package org.cookieproof.http.cache;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.cookieproof.http.Headers;

/**
 * The request fields that a response depended on (RFC 9110 §12.5.5).
 *
 * @param fieldNames in lower case; {@code *} where the response says so
 */
public record Vary(Set<String> fieldNames) {

    public Vary {
        fieldNames = Set.copyOf(fieldNames);
    }

    /** All Vary lines of a response together. */
    public static Vary of(Headers headers) {
        return new Vary(FieldList.members(headers.combined("Vary")).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether no stored response may ever answer another request (RFC 9111 §4.1). */
    public boolean star() {
        return fieldNames.contains("*");
    }

    /** Whether a cache tells requests apart by this field: it is named, or all are. */
    public boolean covers(String fieldName) {
        return star() || fieldNames.contains(fieldName.toLowerCase(Locale.ROOT));
    }
}
