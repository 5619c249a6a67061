package org.cookieproof.check;

import java.util.Optional;
import org.cookieproof.evidence.ReceivedLine;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.HeaderField;
import org.cookieproof.http.Headers;

/**
 * Where something is wrong.
 *
 * @param cookie the name of the cookie that it is about; empty when it is not about a cookie
 * @param aspect what of the page or the cookie is wrong, where one check can find several things in one place; may be
 *               empty
 * @param header the header line that shows it
 */
record Place(Exchange exchange, String cookie, String aspect, Optional<String> header) {

    static Place of(Exchange exchange) {
        return new Place(exchange, "", "", Optional.empty());
    }

    static Place of(ReceivedLine line) {
        return of(line.exchange()).cookie(line.name()).header(line.field());
    }

    Place cookie(String name) {
        return new Place(exchange, name, aspect, header);
    }

    Place aspect(String what) {
        return new Place(exchange, cookie, what, header);
    }

    Place header(HeaderField field) {
        return new Place(exchange, cookie, aspect, Optional.of(field.toString()));
    }

    /** Shows the first response field of this name, if there is one. */
    Place responseHeader(String name) {
        return exchange.answer().map(r -> first(r.headers(), name)).orElse(this);
    }

    /** Shows the first request field of this name, if there is one. */
    Place requestHeader(String name) {
        return first(exchange.request().headers(), name);
    }

    private Place first(Headers headers, String name) {
        return headers.fields().stream()
                .filter(f -> f.named(name))
                .findFirst()
                .map(this::header)
                .orElse(this);
    }
}
