package org.cookieproof.passport;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cookieproof.http.HeaderField;
import org.cookieproof.http.Headers;

/**
 * What the scripted server answers with.
 *
 * @param headers besides the content type; field values are octets, one for each character
 */
record Served(int status, Headers headers, String html) {

    static Served page(String html) {
        return new Served(200, Headers.NONE, "<!doctype html><title>x</title>" + html);
    }

    static Served redirect(int status, String location) {
        return new Served(status, Headers.of("Location", location), "");
    }

    /** An empty page with these Set-Cookie lines. */
    static Served setting(String... lines) {
        return page("<p>x").with(lines);
    }

    /** The same with these Set-Cookie lines as well. */
    Served with(String... lines) {
        Served more = this;
        for (String line : lines) {
            more = more.field("Set-Cookie", line);
        }
        return more;
    }

    Served field(String name, String value) {
        List<HeaderField> fields = new ArrayList<>(headers.fields());
        fields.add(new HeaderField(name, value));
        return new Served(status, new Headers(fields), html);
    }

    /** As it is sent at this time. */
    Served at(Instant now) {
        List<HeaderField> fields = headers.fields().stream()
                .map(f -> new HeaderField(f.name(), Moment.resolved(f.value(), now)))
                .toList();
        return new Served(status, new Headers(fields), html);
    }

    Served withStatus(int other) {
        return new Served(other, headers, html);
    }
}
