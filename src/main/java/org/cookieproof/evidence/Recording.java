package org.cookieproof.evidence;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cookieproof.http.Exchange;

/** All of a cell's exchanges in the order in which they reached the recorder. */
public record Recording(List<Exchange> exchanges) {

    public static final Recording NONE = new Recording(List.of());

    public Recording {
        exchanges = List.copyOf(exchanges);
    }

    /** Those that the user agent sent, without the harness's own questions. */
    public Stream<Exchange> byUserAgent() {
        return exchanges.stream().filter(e -> e.sender() == Exchange.Sender.USER_AGENT);
    }

    /** Those of one step, by whomever. */
    public Stream<Exchange> duringStep(int step) {
        return exchanges.stream().filter(e -> e.step() == step);
    }

    public Optional<Exchange> number(int number) {
        return exchanges.stream().filter(e -> e.number() == number).findFirst();
    }
}
