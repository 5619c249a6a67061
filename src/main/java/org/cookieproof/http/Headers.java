package org.cookieproof.http;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The header fields of one message, in the order of the wire; never a map, since order and repetition matter. */
public record Headers(List<HeaderField> fields) {

    public static final Headers NONE = new Headers(List.of());

    public Headers {
        fields = List.copyOf(fields);
    }

    /** Headers from {@code name, value} pairs, in this order. */
    public static Headers of(String... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("a name without a value: " + namesAndValues[namesAndValues.length - 1]);
        }
        return new Headers(Stream.iterate(0, i -> i < namesAndValues.length, i -> i + 2)
                .map(i -> new HeaderField(namesAndValues[i], namesAndValues[i + 1]))
                .toList());
    }

    /** The values of every field of this name, in order. */
    public List<String> values(String name) {
        return fields.stream()
                .filter(f -> f.named(name))
                .map(HeaderField::value)
                .toList();
    }

    /** The first field of this name. */
    public Optional<String> first(String name) {
        return fields.stream()
                .filter(f -> f.named(name))
                .map(HeaderField::value)
                .findFirst();
    }

    public boolean has(String name) {
        return fields.stream().anyMatch(f -> f.named(name));
    }

    /** All fields of this name joined as RFC 9110 §5.3 lets a recipient join them; not for Set-Cookie. */
    public String combined(String name) {
        return String.join(", ", values(name));
    }
}
