package org.cookieproof.tap;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.cookieproof.http.Endpoint;
import org.cookieproof.http.HeaderField;
import org.cookieproof.http.Headers;

/**
 * A field that the tap puts into every request to these hosts over these schemes, whoever sends it, in the place of any of
 * that name; nobody else gets it. The recording has it, since the target did get it.
 *
 * @param name no field that frames the message
 */
public record AddedHeader(String name, String value, Set<Endpoint> to) {

    public AddedHeader {
        FieldText.requireRewritable(name);
        FieldText.requireOneLine(value);
        Objects.requireNonNull(value);
        to = Set.copyOf(to);
    }

    /** The fields of a request, with all those that are for its host and scheme; the last of one name counts. */
    static Headers to(Endpoint endpoint, Headers received, List<AddedHeader> added) {
        Headers headers = received;
        for (AddedHeader each : added) {
            if (each.to().contains(endpoint)) {
                headers = each.in(headers);
            }
        }
        return headers;
    }

    private Headers in(Headers headers) {
        List<HeaderField> fields = new ArrayList<>(
                headers.fields().stream().filter(f -> !f.named(name)).toList());
        fields.add(new HeaderField(name, value));
        return new Headers(fields);
    }

    @Override
    public String toString() {
        return name + " for " + to; // its value may be a secret
    }
}
