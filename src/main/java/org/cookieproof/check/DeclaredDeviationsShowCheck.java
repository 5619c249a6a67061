package org.cookieproof.check;

import com.google.auto.service.AutoService;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Initiator;
import org.cookieproof.evidence.ModelReplay;
import org.cookieproof.evidence.ReceivedLine;
import org.cookieproof.evidence.Severity;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.cookie.CookieDeviation;
import org.cookieproof.http.cookie.CookieHeader;

/**
 * A declared deviation excuses findings, so it has to be true: where the model with it and the model without it would
 * send different cookies, the Cookie field tells which is right. One that is refuted there, and never confirmed in the
 * same cell, is a warning about the profile. Only requests of their own, of which the wire leaves no doubt.
 */
@AutoService(Check.class)
public final class DeclaredDeviationsShowCheck implements Check {

    @Override
    public String id() {
        return "declared-deviations-show";
    }

    @Override
    public String source() {
        return "RFC6265bis-5.8.3";
    }

    @Override
    public String title() {
        return "A deviation that a profile declares is one that it shows";
    }

    @Override
    public Side side() {
        return Side.CLIENT;
    }

    @Override
    public boolean onlyWarns() {
        return true;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Findings findings = new Findings(this, evidence);
        if (evidence.deviations().isEmpty()) {
            return List.of();
        }
        ClientModel model = new ClientModel(evidence);
        List<Exchange> telling = evidence.recording().exchanges().stream()
                .filter(e -> e.sender() != Exchange.Sender.HARNESS)
                .filter(e -> isOfItsOwn(e, model))
                .toList();
        Recent recent = Recent.of(evidence);
        for (CookieDeviation deviation : EnumSet.copyOf(evidence.deviations())) {
            new OneDeviation(model, without(deviation, evidence), recent)
                    .examine(telling)
                    .ifPresent(refuted -> tell(deviation, refuted, findings));
        }
        return findings.list();
    }

    private static boolean isOfItsOwn(Exchange exchange, ClientModel model) {
        Initiator initiator = model.initiator(exchange);
        return initiator.isTold() && initiator.navigation() && model.isAlone(exchange);
    }

    private static ModelReplay without(CookieDeviation deviation, Evidence evidence) {
        Set<CookieDeviation> others = EnumSet.copyOf(evidence.deviations());
        others.remove(deviation);
        return ModelReplay.with(evidence, others);
    }

    /** The names that a request can tell of: those it carries, and those set or deleted in this step or the last. */
    private record Recent(Map<Integer, Set<String>> touched) {

        static Recent of(Evidence evidence) {
            return new Recent(ReceivedLine.of(evidence.recording())
                    .collect(Collectors.groupingBy(
                            line -> line.exchange().step(),
                            Collectors.mapping(ReceivedLine::name, Collectors.toSet()))));
        }

        Set<String> names(Exchange exchange) {
            Set<String> names = new HashSet<>(touched.getOrDefault(exchange.step(), Set.of()));
            names.addAll(touched.getOrDefault(exchange.step() - 1, Set.of()));
            CookieHeader.of(exchange.request().headers()).pairs().forEach(pair -> names.add(pair.name()));
            return names;
        }
    }

    /** A request that speaks against a deviation, and the cookie by which it does. */
    private record Refutation(Exchange exchange, String cookie, boolean carried) {}

    private record OneDeviation(ClientModel model, ModelReplay without, Recent recent) {

        /** The first refutation, unless some request confirms the deviation. */
        Optional<Refutation> examine(List<Exchange> telling) {
            Optional<Refutation> refuted = Optional.empty();
            for (Exchange exchange : telling) {
                Set<String> names = recent.names(exchange);
                Set<CookieHeader.Pair> carried = CookieHeader.of(
                                exchange.request().headers())
                        .pairs()
                        .stream()
                        .map(p -> new CookieHeader.Pair(p.name(), CookieTrail.unquoted(p.value())))
                        .collect(Collectors.toSet());
                Set<CookieHeader.Pair> declared = pairs(exchange, model.declared(), names);
                Set<CookieHeader.Pair> plain = pairs(exchange, without, names);
                for (CookieHeader.Pair pair : differing(declared, plain)) {
                    boolean carries = carried.contains(pair);
                    boolean doubtful = model.isDoubtful(
                                    pair.name(), exchange.url().host())
                            // Another value of the name says that the user agent knows something we do not.
                            || (!carries
                                    && carried.stream().anyMatch(p -> p.name().equals(pair.name())));
                    if (!doubtful && carries == declared.contains(pair)) {
                        return Optional.empty();
                    }
                    if (!doubtful && refuted.isEmpty()) {
                        refuted = Optional.of(new Refutation(exchange, pair.name(), carries));
                    }
                }
            }
            return refuted;
        }

        private Set<CookieHeader.Pair> pairs(Exchange exchange, ModelReplay replay, Set<String> names) {
            return model.sendable(exchange, replay, names).stream()
                    .map(c -> new CookieHeader.Pair(c.name(), CookieTrail.unquoted(c.value())))
                    .collect(Collectors.toSet());
        }

        private static Set<CookieHeader.Pair> differing(Set<CookieHeader.Pair> one, Set<CookieHeader.Pair> other) {
            Set<CookieHeader.Pair> all = new HashSet<>(one);
            all.addAll(other);
            all.removeIf(pair -> one.contains(pair) && other.contains(pair));
            return all;
        }
    }

    private void tell(CookieDeviation deviation, Refutation refuted, Findings findings) {
        Exchange exchange = refuted.exchange();
        findings.keep(
                new Finding(
                        id(),
                        source(),
                        Severity.WARNING,
                        "declared deviation " + deviation,
                        "a request " + (refuted.carried() ? "without " : "with ") + refuted.cookie()
                                + ", as the profile declares '" + deviation + "'",
                        "#" + exchange.number() + " to " + exchange.url().host()
                                + (refuted.carried() ? " carries it" : " does not carry it")
                                + ", and no request of this cell shows the deviation",
                        OptionalInt.of(exchange.number()),
                        Optional.of("Cookie: " + exchange.request().headers().combined("Cookie"))),
                exchange.url().host(),
                exchange.url().target(),
                refuted.cookie());
    }
}
