package org.cookieproof.tap;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.cookieproof.http.HeaderField;
import org.cookieproof.http.Headers;

/**
 * A field that the tap puts into every request to these hosts, whoever sends it, in the place of any of that name; no
 * other host gets it. The recording has it, since the target did get it.
 *
 * @param name no field that frames the message
 */
public record AddedHeader(String name, String value, Set<String> hosts) {

    public AddedHeader {
        FieldText.requireRewritable(name);
        FieldText.requireOneLine(value);
        Objects.requireNonNull(value);
        hosts = hosts.stream().map(h -> h.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** The fields of a request to a host, with all those that are for it; the last of one name counts. */
    static Headers to(String host, Headers received, List<AddedHeader> added) {
        Headers headers = received;
        for (AddedHeader each : added) {
            if (each.hosts().contains(host.toLowerCase(Locale.ROOT))) {
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
        return name + " for " + hosts; // its value may be a secret
    }
}
