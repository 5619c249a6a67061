package org.cookieproof.target;

import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cookieproof.evidence.Sites;
import org.cookieproof.http.Endpoint;
import org.cookieproof.http.Scheme;
import org.cookieproof.yaml.Position;
import org.cookieproof.yaml.Problems;
import org.cookieproof.yaml.Words;

/** The hosts of a deployment, as a file or an option names them: {@code HOST} or {@code HOST:SCHEME}. */
final class Hosts {

    private static final Pattern NAMED = Pattern.compile("([0-9A-Za-z](?:[0-9A-Za-z._-]*[0-9A-Za-z])?)(?::(https?))?");

    private final Map<String, Set<Scheme>> served = new LinkedHashMap<>();
    private final Problems problems;
    private final boolean open;

    private Hosts(Problems problems) {
        this.problems = problems;
        this.open = true;
    }

    /** Whatever is named is one. */
    static Hosts any(Problems problems) {
        return new Hosts(problems);
    }

    Hosts(Sites sites, Schemes schemes, Problems problems) {
        this.problems = problems;
        this.open = false;
        sites.hosts().forEach((role, host) -> served(host).addAll(schemes.of(role)));
    }

    private Set<Scheme> served(String host) {
        return served.computeIfAbsent(host.toLowerCase(Locale.ROOT), h -> new LinkedHashSet<>());
    }

    /** From now on these are hosts of the deployment, too. */
    void allow(Collection<Endpoint> endpoints) {
        endpoints.forEach(e -> served(e.host()).add(e.scheme()));
    }

    /** A host that may be any; with both schemes where none is named. */
    Set<Endpoint> any(Position at, String text) {
        Matcher matcher = NAMED.matcher(text);
        if (!matcher.matches()) {
            problems.add(at, "'" + text + "' is not a host, as upload.example.org or upload.example.org:https");
            return Set.of();
        }
        Set<Endpoint> endpoints = new HashSet<>();
        for (Scheme scheme : Scheme.values()) {
            if (matcher.group(2) == null || matcher.group(2).equals(scheme.wireName())) {
                endpoints.add(new Endpoint(scheme, matcher.group(1)));
            }
        }
        return endpoints;
    }

    /** The name of one of the deployment's own hosts; a problem, and empty, where it is none. */
    Optional<String> own(Position at, String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (!served.containsKey(name)) {
            problems.add(at, Words.unknown("host of the target", host, served.keySet()));
            return Optional.empty();
        }
        return Optional.of(name);
    }

    /** Those of these that serve none of these schemes. */
    Set<String> without(Set<Scheme> schemes, Set<String> hosts) {
        return hosts.stream()
                .filter(h -> served(h).stream().noneMatch(schemes::contains))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Where a host is that an entry names; a problem where it cannot be told. */
    Map<Endpoint, InetSocketAddress> addresses(Position at, String host, String address) {
        Optional<HostAddress> found = HostAddress.of(address);
        if (found.isEmpty()) {
            problems.add(at, "'" + address + "' is not an address, as 10.0.0.1, [::1]:8443 or debug1.example.org:443");
            return Map.of();
        }
        Map<Endpoint, InetSocketAddress> addresses = new HashMap<>();
        for (Endpoint endpoint : any(at, host)) {
            boolean byScheme = open || host.contains(":");
            if ((open || own(at, endpoint.host()).isPresent())
                    && (byScheme || served(endpoint.host()).contains(endpoint.scheme()))) {
                addresses.put(endpoint, found.get().forScheme(endpoint.scheme()));
            }
        }
        if (found.get().port().isPresent() && addresses.size() > 1) {
            problems.add(
                    at,
                    "a port serves one scheme, and '" + host + "' has both; write " + host + ":http or " + host
                            + ":https");
        }
        return addresses;
    }
}
