package org.cookieproof.check;

import com.google.auto.service.AutoService;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Initiator;
import org.cookieproof.evidence.LineOutcome;
import org.cookieproof.evidence.ModelReplay;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.cookie.Cookie;
import org.cookieproof.http.cookie.CookieHeader;
import org.cookieproof.http.cookie.Outcome;

/**
 * A cookie that a host set, and that the same user agent does not bring back to this host a moment later, was dropped
 * without need. A warning, since a jar may always forget (RFC 6265bis §5.7); and only where nothing else explains it:
 * within one step, so that no restart lies between, in a navigation of its own, with no other response on its way.
 */
@AutoService(Check.class)
public final class SendsWhatItHoldsCheck implements Check {

    @Override
    public String id() {
        return "sends-what-it-holds";
    }

    @Override
    public String source() {
        return "RFC6265bis-5.8.3";
    }

    @Override
    public String title() {
        return "A cookie just set is sent back to the host that set it";
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
        ClientModel model = new ClientModel(evidence);
        Map<Cookie, Exchange> setBy = new HashMap<>();
        Map<Integer, Set<String>> setInStep = new HashMap<>();
        for (ModelReplay.Moment moment : model.strict().moments()) {
            for (LineOutcome told : moment.outcomes()) {
                if (told.outcome() instanceof Outcome.Stored stored) {
                    setBy.put(stored.cookie(), moment.exchange());
                    setInStep
                            .computeIfAbsent(moment.exchange().step(), s -> new HashSet<>())
                            .add(stored.cookie().name());
                }
            }
        }
        evidence.recording().exchanges().stream()
                .filter(e -> e.sender() != Exchange.Sender.HARNESS)
                .filter(e -> isOfItsOwn(e, model))
                .forEach(e -> examine(e, model, setBy, setInStep.getOrDefault(e.step(), Set.of()), findings));
        return findings.list();
    }

    private static boolean isOfItsOwn(Exchange exchange, ClientModel model) {
        Initiator initiator = model.initiator(exchange);
        return initiator.relation() == Initiator.Relation.SAME_SITE
                && initiator.navigation()
                && model.isAlone(exchange);
    }

    private static void examine(
            Exchange exchange, ClientModel model, Map<Cookie, Exchange> setBy, Set<String> names, Findings findings) {
        Set<String> carried = CookieHeader.of(exchange.request().headers()).pairs().stream()
                .map(CookieHeader.Pair::name)
                .collect(Collectors.toSet());
        if (names.isEmpty()) {
            return;
        }
        Set<Cookie.Key> alsoDeclared =
                model.declared().toSend(model.context(exchange), exchange.startedAt(), names).stream()
                        .map(Cookie::key)
                        .collect(Collectors.toSet());
        for (Cookie cookie : model.strict().toSend(model.context(exchange), exchange.startedAt(), names)) {
            Exchange setter = setBy.get(cookie);
            if (setter != null
                    && setter.step() == exchange.step()
                    && setter.url().origin().equals(exchange.url().origin())
                    && !carried.contains(cookie.name())
                    && alsoDeclared.contains(cookie.key())
                    && !model.isDoubtful(cookie.name(), exchange.url().host())) {
                findings.warning(
                        Place.of(exchange).cookie(cookie.name()),
                        cookie.name() + " in the request, as #" + setter.number() + " has just set it for this host",
                        "the user agent did not send it");
            }
        }
    }
}
