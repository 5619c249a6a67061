package org.cookieproof.target;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.cookieproof.http.Endpoint;

/**
 * How a target is reached, and with how much care.
 *
 * @param addresses      where hosts are that are not to be looked up by DNS; none is resolved yet
 * @param trust          PEM files of further certificate authorities
 * @param requestHeaders added to what is asked of some hosts
 * @param alsoAllowed    what may be asked beside the sites: a host of images, say
 * @param accounts       who can sign in
 * @param atOnce         how many cells run at once at most
 * @param rateLimit      requests per second to the whole of it at most
 * @param confirmed      whether a person wants traffic to hosts that are not this machine's
 * @param examined       whether somebody wants to see what is wrong with it, so that a site which cannot be used, or
 *                       accounts that cannot be read, do not keep it from being started
 */
public record Deployment(
        Map<Endpoint, InetSocketAddress> addresses,
        List<Path> trust,
        List<RequestHeader> requestHeaders,
        Set<Endpoint> alsoAllowed,
        List<AccountSource> accounts,
        OptionalInt atOnce,
        OptionalDouble rateLimit,
        boolean confirmed,
        boolean examined) {

    /** The provider that starts nothing. */
    public static final String PROVIDER = "deployment";

    /** Nothing is said about it. */
    public static final Deployment ORDINARY = new Deployment(
            Map.of(),
            List.of(),
            List.of(),
            Set.of(),
            List.of(),
            OptionalInt.empty(),
            OptionalDouble.empty(),
            false,
            false);

    public Deployment {
        addresses = Map.copyOf(addresses);
        trust = List.copyOf(trust);
        requestHeaders = List.copyOf(requestHeaders);
        alsoAllowed = Set.copyOf(alsoAllowed);
        accounts = List.copyOf(accounts);
    }

    Deployment reachedAt(Map<Endpoint, InetSocketAddress> others) {
        Map<Endpoint, InetSocketAddress> all = new HashMap<>(addresses);
        all.putAll(others);
        return new Deployment(
                all, trust, requestHeaders, alsoAllowed, accounts, atOnce, rateLimit, confirmed, examined);
    }

    Deployment trusting(List<Path> authorities) {
        return new Deployment(
                addresses, authorities, requestHeaders, alsoAllowed, accounts, atOnce, rateLimit, confirmed, examined);
    }

    Deployment adding(List<RequestHeader> headers) {
        return new Deployment(addresses, trust, headers, alsoAllowed, accounts, atOnce, rateLimit, confirmed, examined);
    }

    Deployment confirmedByPerson() {
        return new Deployment(
                addresses, trust, requestHeaders, alsoAllowed, accounts, atOnce, rateLimit, true, examined);
    }

    Deployment forExamination() {
        return new Deployment(
                addresses, trust, requestHeaders, alsoAllowed, accounts, atOnce, rateLimit, confirmed, true);
    }
}
