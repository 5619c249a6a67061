package org.cookieproof.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.HeaderField;
import org.cookieproof.http.Response;
import org.cookieproof.http.cookie.SetCookieLine;

/**
 * One Set-Cookie field as it came.
 *
 * @param line what user agents make of it; empty where all of them ignore it
 */
public record ReceivedLine(Exchange exchange, HeaderField field, Optional<SetCookieLine> line) {

    /** Every Set-Cookie field of a response, in the order of the wire. */
    public static List<ReceivedLine> of(Exchange exchange) {
        return exchange.answer().map(Response::headers).stream()
                .flatMap(headers -> headers.fields().stream())
                .filter(field -> field.named("Set-Cookie"))
                .map(field -> new ReceivedLine(exchange, field, SetCookieLine.parse(field.value())))
                .toList();
    }

    public static Stream<ReceivedLine> of(Recording recording) {
        return recording.exchanges().stream().flatMap(exchange -> of(exchange).stream());
    }

    /** When its response had come: the moment from which a user agent counts. */
    public static Instant receivedAt(Exchange exchange) {
        return exchange.startedAt().plus(exchange.took());
    }

    /** The cookie's name, also of a line that every user agent ignores. */
    public String name() {
        return line.map(SetCookieLine::name).orElseGet(() -> {
            String pair = field.value().split(";", 2)[0];
            int equals = pair.indexOf('=');
            return (equals < 0 ? pair : pair.substring(0, equals)).strip();
        });
    }

    public boolean deletes() {
        return line.filter(l -> l.deletesAt(receivedAt(exchange))).isPresent();
    }
}
