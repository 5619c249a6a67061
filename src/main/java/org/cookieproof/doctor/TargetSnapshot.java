package org.cookieproof.doctor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cookieproof.evidence.Recording;
import org.cookieproof.evidence.Role;
import org.cookieproof.evidence.Sites;
import org.cookieproof.http.Exchange;
import org.cookieproof.http.Response;
import org.cookieproof.http.Scheme;
import org.cookieproof.http.Url;
import org.cookieproof.http.cookie.SetCookieLine;
import org.cookieproof.target.TargetDefinition;

/**
 * What a target is like, in words that can be held against another's: host names are roles, and values that are new each
 * time are left out.
 *
 * @param sites those that it has
 * @param facts in the order in which they are told
 */
public record TargetSnapshot(String target, Set<Role> sites, Map<Fact, String> facts) {

    /**
     * What is told of.
     *
     * @param role that it is about; empty for the whole target
     */
    public record Fact(Optional<Role> role, String what) {
        @Override
        public String toString() {
            return what + role.map(r -> " of " + r).orElse("");
        }
    }

    private static final String NONE = "none";

    public TargetSnapshot {
        Objects.requireNonNull(target);
        sites = Set.copyOf(sites);
        facts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /** All exchanges of several recordings. */
    static Recording joined(List<Recording> parts) {
        return new Recording(parts.stream().flatMap(r -> r.exchanges().stream()).toList());
    }

    /** @param signingIn the recording of a login and a logout */
    static TargetSnapshot of(TargetDefinition target, List<EndpointProbe> probes, Recording signingIn) {
        Normalised normalised = new Normalised(target.sites());
        Map<Fact, String> facts = new LinkedHashMap<>();
        probes.forEach(probe -> probe(probe, normalised, facts));
        cookies(target.sites(), signingIn, normalised, facts);
        hosts(target.sites(), signingIn, facts);
        return new TargetSnapshot(target.name(), target.sites().hosts().keySet(), facts);
    }

    private static void probe(EndpointProbe probe, Normalised normalised, Map<Fact, String> facts) {
        Optional<Role> role = Optional.of(probe.role());
        facts.put(
                new Fact(role, probe.scheme().wireName()),
                probe.answer()
                        .map(a -> "answers " + a.status()
                                + a.headers()
                                        .first("Location")
                                        .filter(l -> a.isRedirect())
                                        .map(l -> " to " + normalised.url(Url.of(probe.scheme(), probe.host(), "/"), l))
                                        .orElse(""))
                        .orElse(probe.served() ? "does not answer" : "not served"));
        if (probe.scheme() == Scheme.HTTPS) {
            facts.put(
                    new Fact(role, "TLS"), probe.tls().map(Handshake::protocol).orElse(NONE));
            facts.put(new Fact(role, "HSTS"), header(probe.answer(), "Strict-Transport-Security"));
        }
        for (String name : List.of("Cache-Control", "Vary", "Server")) {
            facts.put(new Fact(role, name + " over " + probe.scheme()), header(probe.answer(), name));
        }
        for (String name : List.of("Age", "X-Cache")) {
            boolean has = probe.answer().map(a -> a.headers().has(name)).orElse(false);
            facts.put(new Fact(role, name + " over " + probe.scheme()), has ? "there" : NONE);
        }
    }

    private static String header(Optional<Response> answer, String name) {
        return answer.map(a -> a.headers().combined(name))
                .filter(v -> !v.isEmpty())
                .orElse(NONE);
    }

    /** Names and attributes of what is set while somebody signs in and out; a cookie has as many ways as it is set in. */
    private static void cookies(Sites sites, Recording signingIn, Normalised normalised, Map<Fact, String> facts) {
        Map<String, Set<String>> lines = new TreeMap<>();
        Map<String, Fact> names = new TreeMap<>();
        for (Exchange exchange : signingIn.exchanges()) {
            Optional<Role> role = sites.role(exchange.url().host());
            exchange.answer().stream()
                    .flatMap(a -> a.setCookies().stream())
                    .forEach(text -> SetCookieLine.parse(text).ifPresent(line -> {
                        String what = "cookie " + line.name() + " over "
                                + exchange.url().scheme();
                        names.put(what + role, new Fact(role, what));
                        lines.computeIfAbsent(what + role, k -> new TreeSet<>())
                                .add(normalised.attributes(line, exchange.startedAt()));
                    }));
        }
        lines.forEach((key, ways) -> facts.put(Objects.requireNonNull(names.get(key)), String.join(" | ", ways)));
    }

    private static void hosts(Sites sites, Recording signingIn, Map<Fact, String> facts) {
        List<String> visited = new ArrayList<>();
        signingIn.exchanges().stream()
                .flatMap(e -> sites.role(e.url().host()).stream())
                .map(Role::wireName)
                .distinct()
                .sorted()
                .forEach(visited::add);
        facts.put(
                new Fact(Optional.empty(), "sites that a login and a logout go to"),
                visited.isEmpty() ? NONE : String.join(", ", visited));
        facts.put(
                new Fact(Optional.empty(), "central login"),
                sites.host(Role.CENTRAL).isPresent() ? "there" : NONE);
    }
}
