package org.cookieproof.check;

import com.google.auto.service.AutoService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.ReceivedLine;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.Url;
import org.cookieproof.http.cookie.CookieHeader;

/**
 * A hand-off value in a URL is let through because it is good once (wire facts §4: "Tokens live 60 s and are single
 * use", RFC 6749 §10.5); so whoever asks again must not be served again: neither handed on with a fresh value, nor given cookies of
 * somebody signed in. At the end of a cell the harness asks once more for each, without cookies, so that what is given
 * is given for the value alone.
 */
@AutoService(Check.class)
public final class HandOffsAreOneTimeCheck implements Check {

    @Override
    public String id() {
        return "hand-offs-are-one-time";
    }

    @Override
    public String source() {
        return "RFC6749-10.5";
    }

    @Override
    public String title() {
        return "A hand-off value in a URL is good once";
    }

    @Override
    public Side side() {
        return Side.SERVER;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Findings findings = new Findings(this, evidence);
        Credentials credentials = new Credentials(evidence.dictionary());
        Map<Url, Exchange> served = new HashMap<>();
        for (Exchange exchange : evidence.recording().exchanges()) {
            if (evidence.dictionary().handOffs(exchange.url()).isEmpty()) {
                continue;
            }
            Set<String> gives = gives(exchange, evidence, credentials);
            Exchange first = served.get(exchange.url());
            // Parallel requests may both be first: what began before the answer had come is no second use.
            if (first != null && exchange.startedAt().isBefore(ReceivedLine.receivedAt(first))) {
                continue;
            }
            if (first != null && carriesCredential(exchange, credentials)) {
                continue; // what it gives may be owed to the cookies
            }
            if (first == null) {
                served.put(exchange.url(), exchange);
                continue;
            }
            gives.retainAll(gives(first, evidence, credentials));
            if (!gives.isEmpty()) {
                findings.error(
                        Place.of(exchange),
                        "a refusal, since #" + first.number() + " has used " + names(exchange, evidence) + " already",
                        "the second use of " + names(exchange, evidence) + " still gives " + String.join(", ", gives));
            }
        }
        return findings.list();
    }

    private static boolean carriesCredential(Exchange exchange, Credentials credentials) {
        return CookieHeader.of(exchange.request().headers()).pairs().stream()
                .anyMatch(pair -> credentials.contains(pair.name()) || credentials.tellsUser(pair.name()));
    }

    private static String names(Exchange exchange, Evidence evidence) {
        return evidence.dictionary().handOffs(exchange.url()).stream()
                .sorted()
                .map(name -> "'" + name + "'")
                .collect(Collectors.joining(" and "));
    }

    /** What an answer gives to whoever brought the value. */
    private static Set<String> gives(Exchange exchange, Evidence evidence, Credentials credentials) {
        Set<String> gives = ReceivedLine.of(exchange).stream()
                .filter(line -> !line.deletes())
                .map(ReceivedLine::name)
                .filter(credentials::tellsUser)
                .map(name -> "the cookie " + name)
                .collect(Collectors.toCollection(TreeSet::new));
        RedirectChains.target(exchange)
                .filter(to -> !evidence.dictionary().handOffs(to).isEmpty())
                .ifPresent(to -> gives.add("a new hand-off value for " + to.host()));
        return gives;
    }
}
