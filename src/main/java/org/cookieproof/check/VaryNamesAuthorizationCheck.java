package org.cookieproof.check;

import com.google.auto.service.AutoService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cookieproof.evidence.Evidence;
import org.cookieproof.evidence.Finding;
import org.cookieproof.evidence.Severity;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.cache.Vary;

/**
 * Where one URL answers differently with Authorization than without, an answer that a shared cache may reuse has to
 * say so in Vary, or to be private: a cache that keeps the anonymous one gives it to users, since RFC 9111 §3.5 forbids
 * only the other way round. Bodies alone are a warning unless one of them names the user.
 */
@AutoService(Check.class)
public final class VaryNamesAuthorizationCheck implements Check {

    @Override
    public String id() {
        return "vary-names-authorization";
    }

    @Override
    public String source() {
        return "RFC9111-4.1";
    }

    @Override
    public String title() {
        return "Vary names Authorization where the answer depends on it and may be reused";
    }

    @Override
    public Side side() {
        return Side.SERVER;
    }

    @Override
    public boolean comparesUserAgents() {
        return true;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        Findings findings = new Findings(this, evidence);
        Personal personal = new Personal(evidence);
        Map<String, List<Exchange>> pages = evidence.recording().exchanges().stream()
                .filter(e -> e.request().method().equals("GET") && e.response() != null)
                .collect(Collectors.groupingBy(
                        e -> e.url() + " " + personal.carriesSession(e), LinkedHashMap::new, Collectors.toList()));
        for (List<Exchange> page : pages.values()) {
            page.stream()
                    .filter(e -> SharedCache.mayReuse(e) && !variesByAuthorization(e))
                    .forEach(e -> compare(e, page, personal, findings));
        }
        return findings.list();
    }

    private static void compare(Exchange reusable, List<Exchange> page, Personal personal, Findings findings) {
        boolean authorized = isAuthorized(reusable);
        page.stream()
                .filter(other -> isAuthorized(other) != authorized)
                .filter(other -> !Answers.difference(reusable, other).isEmpty())
                .findFirst()
                .ifPresent(other -> {
                    String difference = Answers.difference(reusable, other);
                    findings.add(
                            Answers.mayBeAnEdit(difference, reusable, other, personal)
                                    ? Severity.WARNING
                                    : Severity.ERROR,
                            Place.of(reusable).responseHeader("Vary"),
                            "Vary: Authorization, or private, since the answer depends on it",
                            "a shared cache may reuse #" + reusable.number() + " for everybody, yet with"
                                    + (authorized ? "out" : "") + " Authorization #" + other.number() + " differs in "
                                    + difference);
                });
    }

    private static boolean isAuthorized(Exchange exchange) {
        return exchange.request().headers().has("Authorization");
    }

    private static boolean variesByAuthorization(Exchange exchange) {
        return exchange.answer()
                .filter(r -> Vary.of(r.headers()).covers("Authorization"))
                .isPresent();
    }
}
