package org.cookieproof.check;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.Initiator;
import org.cookieproof.evidence.LineOutcome;
import org.cookieproof.evidence.ModelReplay;
import org.cookieproof.evidence.ReceivedLine;
import org.cookieproof.evidence.Recording;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.cookie.Cookie;
import org.cookieproof.http.cookie.CookieContext;
import org.cookieproof.http.cookie.CookieDeviation;
import org.cookieproof.http.cookie.CookieHeader;
import org.cookieproof.http.cookie.CookieJar;
import org.cookieproof.http.cookie.Outcome;
import org.cookieproof.http.cookie.PublicSuffixes;

/**
 * What a user agent may do with the cookies of a recording: what the model would, wherever the wire leaves room. A browser's parallel requests, requests whose initiator is not told, and requests made without
 * credentials leave room; a client without pages does one thing after the other, all of its own accord.
 */
final class ClientModel {

    /**
     * How long after a response's end a browser may still send what its jar held before, in a parallel request: it writes
     * the Cookie field before it has a connection. Measured on a busy machine: the headless shell 57 ms, Firefox 189 ms.
     */
    private static final Duration PARALLEL = Duration.ofMillis(400);

    /** Some clients keep expiry in whole seconds. */
    private static final Duration GRANULARITY = Duration.ofSeconds(1);

    private final Recording recording;
    private final PublicSuffixes suffixes;
    private final boolean hasPages;
    private final boolean blocksThirdParty;
    private final boolean maySometimesLetIn;
    private final ModelReplay declared;
    private final ModelReplay lettingIn;
    private final ModelReplay strict;
    private final Set<Doubt> doubts = new HashSet<>();

    /** A cookie name that the wire does not tell enough about, below one registrable domain. */
    private record Doubt(String name, String site) {}

    ClientModel(Evidence evidence) {
        recording = evidence.recording();
        suffixes = evidence.publicSuffixes();
        hasPages = evidence.capabilities().contains("scripts")
                || evidence.capabilities().contains("images");
        maySometimesLetIn = evidence.deviations().contains(CookieDeviation.ISOLATES_THIRD_PARTY);
        blocksThirdParty = maySometimesLetIn || evidence.deviations().contains(CookieDeviation.BLOCKS_THIRD_PARTY);
        declared = ModelReplay.declared(evidence);
        lettingIn = maySometimesLetIn ? ModelReplay.with(evidence, lettingIn(evidence)) : declared;
        strict = evidence.deviations().isEmpty() ? declared : ModelReplay.strict(evidence);
        if (hasPages) {
            declared.moments().forEach(this::doubt);
        }
    }

    private static Set<CookieDeviation> lettingIn(Evidence evidence) {
        Set<CookieDeviation> others = new HashSet<>(evidence.deviations());
        others.remove(CookieDeviation.ISOLATES_THIRD_PARTY);
        return others;
    }

    ModelReplay declared() {
        return declared;
    }

    ModelReplay strict() {
        return strict;
    }

    Initiator initiator(Exchange exchange) {
        Initiator told = Initiator.of(exchange.request(), suffixes);
        // A client without pages has no third parties: every request is its own.
        return hasPages ? told : new Initiator(Initiator.Relation.SAME_SITE, true, null);
    }

    CookieContext context(Exchange exchange) {
        return initiator(exchange).context(exchange.request());
    }

    /** Whether what became of this name at this host cannot be told from the wire. */
    boolean isDoubtful(String name, String host) {
        return doubts.contains(new Doubt(name, suffixes.registrableDomain(host)));
    }

    /** The cookies of these names that this request may carry by one of the models. */
    List<Cookie> sendable(Exchange exchange, ModelReplay replay, Set<String> names) {
        CookieContext context = context(exchange);
        if (maySometimesLetIn && replay == declared && context.isThirdParty()) {
            // Heuristics have let the site in, or they have not.
            return Stream.concat(
                            sendable(exchange, context, declared, names).stream(),
                            sendable(exchange, context, lettingIn, names).stream())
                    .distinct()
                    .toList();
        }
        return sendable(exchange, context, replay, names);
    }

    private List<Cookie> sendable(Exchange exchange, CookieContext context, ModelReplay replay, Set<String> names) {
        Instant start = exchange.startedAt();
        boolean settled = !hasPages || initiator(exchange).navigation();
        Instant from = settled ? start : start.minus(PARALLEL);
        return Stream.concat(
                        replay.toSendDuring(from, start, start.minus(GRANULARITY), context, names),
                        inFlight(start, context, replay).filter(c -> names.contains(c.name())))
                .distinct()
                .toList();
    }

    /** What responses that had begun but not ended brought: their headers may have been read already. */
    private static Stream<Cookie> inFlight(Instant start, CookieContext context, ModelReplay replay) {
        return replay.moments().stream()
                .filter(m -> !m.exchange().startedAt().isAfter(start) && m.at().isAfter(start))
                .flatMap(m -> m.outcomes().stream())
                .map(LineOutcome::outcome)
                .filter(Outcome.Stored.class::isInstance)
                .map(outcome -> ((Outcome.Stored) outcome).cookie())
                .filter(c -> replay.whyNotSent(c, context, start).isEmpty());
    }

    /** Whether any other response was on its way when this request was sent. */
    boolean isAlone(Exchange exchange) {
        return recording.exchanges().stream()
                .filter(other -> other.number() != exchange.number() && other.sender() != Exchange.Sender.HARNESS)
                .noneMatch(other -> !other.startedAt().isAfter(exchange.startedAt())
                        && ReceivedLine.receivedAt(other).isAfter(exchange.startedAt()));
    }

    private void doubt(ModelReplay.Moment moment) {
        Exchange exchange = moment.exchange();
        Initiator initiator = initiator(exchange);
        CookieContext context = initiator.context(exchange.request());
        // A request without its cookies was made without credentials, and so its Set-Cookie may be ignored too.
        boolean withoutCredentials = !initiator.navigation()
                && CookieHeader.of(exchange.request().headers()).pairs().isEmpty()
                && !declared.toSend(context, exchange.startedAt()).isEmpty();
        CookieJar otherwise = declared.jarBefore(
                moment, moment.outcomes().stream().map(ClientModel::name).collect(Collectors.toSet()));
        for (LineOutcome told : moment.outcomes()) {
            boolean differs = !initiator.isTold()
                    && !told.outcome()
                            .getClass()
                            .equals(otherwise
                                    .receive(told.line(), initiator.leastTrusted(exchange.request()))
                                    .getClass());
            // Browsers that block third-party cookies may keep them apart for each top-level site, and send them there.
            boolean isolated = blocksThirdParty && context.isThirdParty();
            if (withoutCredentials || differs || isolated) {
                doubts.add(new Doubt(
                        name(told), suffixes.registrableDomain(exchange.url().host())));
            }
        }
    }

    private static String name(LineOutcome told) {
        return told.line().split("[=;]", 2)[0].strip();
    }
}
