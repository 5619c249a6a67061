package org.cookieproof.target;

import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.cookieproof.http.Endpoint;
import org.cookieproof.http.Scheme;

/**
 * Where the hosts of a target that nobody here starts are reached; nothing else is.
 *
 * @param sites   scheme by scheme, as far as they serve it
 * @param allowed what may be asked beside them
 */
public record Reach(Map<Endpoint, InetSocketAddress> sites, Map<Endpoint, InetSocketAddress> allowed) {

    /** RFC 6761 §6.2: nobody has registered anything there. */
    private static final Pattern TESTING = Pattern.compile(".+\\.test\\.?");

    public Reach {
        sites = Map.copyOf(sites);
        allowed = Map.copyOf(allowed);
    }

    public static Reach of(TargetDefinition target) {
        Map<Endpoint, InetSocketAddress> sites = new HashMap<>();
        Deployment deployment = target.deployment();
        target.sites()
                .hosts()
                .forEach((role, host) -> target.schemes().of(role).forEach(scheme -> {
                    Endpoint endpoint = new Endpoint(scheme, host);
                    sites.put(endpoint, address(deployment, endpoint));
                }));
        Map<Endpoint, InetSocketAddress> allowed = new HashMap<>();
        deployment.alsoAllowed().forEach(endpoint -> allowed.put(endpoint, address(deployment, endpoint)));
        return new Reach(sites, allowed);
    }

    private static InetSocketAddress address(Deployment deployment, Endpoint endpoint) {
        Scheme scheme = endpoint.scheme();
        return deployment
                .addresses()
                .getOrDefault(endpoint, InetSocketAddress.createUnresolved(endpoint.host(), scheme.defaultPort()));
    }

    public Map<Endpoint, InetSocketAddress> all() {
        Map<Endpoint, InetSocketAddress> all = new HashMap<>(allowed);
        all.putAll(sites);
        return all;
    }

    /**
     * Hosts that are neither this machine nor below {@code .test}: somebody else may feel what is sent there. A name below
     * {@code .test} that is given an address elsewhere is as good as that address. Nothing is looked up for it.
     */
    public SortedSet<String> strangers() {
        SortedSet<String> strangers = new TreeSet<>();
        all().forEach((endpoint, address) -> {
            String where = address.getHostString().toLowerCase(Locale.ROOT);
            boolean here = Loopback.isHost(where) || TESTING.matcher(where).matches();
            if (!here) {
                strangers.add(endpoint.host());
            }
        });
        return Collections.unmodifiableSortedSet(strangers);
    }
}
