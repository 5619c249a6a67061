package org.cookieproof.farm.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** JSON as MediaWiki writes it: characters as they are, but nothing that could end a script element. */
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** Maps, lists, strings, numbers, truth values and null, as JSON. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value)
                    .replace("<", "\\u003C")
                    .replace(">", "\\u003E")
                    .replace("\u2028", "\\u2028")
                    .replace("\u2029", "\\u2029");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON for " + value.getClass(), e);
        }
    }
}
