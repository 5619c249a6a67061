package org.cookieproof.evidence;

import java.util.Collection;
import java.util.Comparator;
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

    /** What several user agents of one cell did, in the order of its exchanges' numbers. */
    public static Recording merged(Collection<Recording> parts) {
        return new Recording(parts.stream()
                .flatMap(part -> part.exchanges().stream())
                .sorted(Comparator.comparingInt(Exchange::number))
                .toList());
    }

    /** The part of one user agent of the cell. */
    public Recording of(String userAgent) {
        return new Recording(
                exchanges.stream().filter(e -> e.userAgent().equals(userAgent)).toList());
    }

    /** Only what the target itself has answered, or left without an answer. */
    public Recording withTarget() {
        return exchanges.stream().noneMatch(Exchange::answeredByHarness)
                ? this
                : new Recording(
                        exchanges.stream().filter(e -> !e.answeredByHarness()).toList());
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
